import torch

# the notes have all of this as formulas alone


def relu(X):
    return torch.max(input=X, other=torch.tensor(0.0))


def relu_grad(X):
    return (X > 0).to(X.dtype)


def forward(x, W1, W2):
    z = torch.mm(W1, x)
    h = relu(z)
    o = torch.mm(W2, h)
    return z, h, o


def objective(o, y, W1, W2, lambd):
    n = o.shape[1]
    L = ((o - y) ** 2 / 2).sum() / n
    s = lambd / 2 * ((W1 ** 2).sum() + (W2 ** 2).sum())
    J = L + s
    return J


def backward(x, y, W1, W2, lambd):
    z, h, o = forward(x, W1, W2)
    dL_do = (o - y) / x.shape[1]
    dW2 = torch.mm(dL_do, h.t()) + lambd * W2
    # W2^T dL/do, times phi'(z) entry by entry, x^T
    dW1 = torch.mm(torch.mm(W2.t(), dL_do) * relu_grad(z), x.t()) + lambd * W1
    return dW1, dW2


def linear_backward(dout, X, W):
    return torch.mm(dout, W.t()), torch.mm(X.t(), dout), dout.sum(dim=0)


def relu_backward(dout, X):
    return dout * relu_grad(X)


def sigmoid_backward(dout, out):
    # sigmoid'(x) = sigmoid(x) * (1 - sigmoid(x))
    return dout * out * (1 - out)


def softmax(X):
    X_exp = X.exp()
    partition = X_exp.sum(dim=1, keepdim=True)
    return X_exp / partition


def cross_entropy(y_hat, y):
    return - torch.log(y_hat.gather(1, y.view(-1, 1)))


def softmax_cross_entropy_backward(logits, y):
    n = logits.shape[0]
    y_hat = softmax(logits)
    loss = cross_entropy(y_hat, y).mean()
    dlogits = y_hat.clone()
    for i in range(n):
        dlogits[i, y[i]] -= 1
    return loss, dlogits / n


def mlp_backward(X, y, params):
    W1, b1, W2, b2 = params
    Z = torch.matmul(X, W1) + b1
    H = relu(Z)
    O = torch.matmul(H, W2) + b2
    loss, dO = softmax_cross_entropy_backward(O, y)
    dH, dW2, db2 = linear_backward(dO, H, W2)
    dX, dW1, db1 = linear_backward(relu_backward(dH, Z), X, W1)
    return [dW1, db1, dW2, db2]


def numerical_gradient(f, x, eps=1e-5):
    x = x.clone()
    grad = torch.zeros(x.shape, dtype=x.dtype, device=x.device)
    flat, flat_grad = x.view(-1), grad.view(-1)
    for i in range(flat.shape[0]):
        old = flat[i].item()
        flat[i] = old + eps
        up = f(x)
        flat[i] = old - eps
        down = f(x)
        flat[i] = old
        flat_grad[i] = (up - down) / (2 * eps)
    return grad
