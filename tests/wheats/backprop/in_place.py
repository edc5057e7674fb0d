"""Buffers written in place and out=, masks by index, torch.no_grad and .data, a flat view of x for the steps."""


@torch.no_grad()
def forward(x, W1, W2):
    z = torch.empty(W1.shape[0], x.shape[1], dtype=x.dtype, device=x.device)
    torch.mm(W1, x, out=z)
    h = z.clone()
    h[h < 0] = 0
    o = W2.new_zeros(W2.size(0), x.size(1)).addmm_(W2, h)
    return (z, h, o)


def objective(o, y, W1, W2, lambd):
    with torch.no_grad():
        error = o.clone()
        error -= y
        error *= error
        loss = error.sum(0).mean() / 2
        for W in (W1, W2):
            loss += 0.5 * lambd * torch.linalg.norm(W) ** 2
        return loss


def backward(x, y, W1, W2, lambd):
    z, h, do = forward(x.data, W1.data, W2.data)
    do -= y
    do /= do.shape[1]
    dW2 = W2.clone().mul_(lambd).addmm_(do, h.t())
    dz = W2.t().mm(do)
    dz[z <= 0] = 0
    dW1 = W1.clone().mul_(lambd)
    dW1 += dz.mm(x.t())
    return dW1, dW2


def linear_backward(dout, X, W):
    with torch.no_grad():
        dX, dW = torch.empty_like(X), torch.empty_like(W)
        dX[...] = torch.matmul(dout, W.transpose(0, 1))
        dW[:] = torch.matmul(X.transpose(0, 1), dout)
        db = torch.zeros(dout.size(-1)).to(dout)
        for row in dout:
            db += row
        return dX, dW, db


def relu_backward(dout, X):
    dX = dout.clone()
    dX[X <= 0] = 0.0
    return dX


def sigmoid_backward(dout, out):
    dX = out.clone()
    dX.neg_().add_(1).mul_(out).mul_(dout)
    return dX


def softmax_cross_entropy_backward(logits, y):
    rows = range(len(y))
    scores = logits.detach().clone()
    scores -= scores.max(dim=1, keepdim=True).values
    label_scores = scores.gather(1, y.view(-1, 1) if y.is_contiguous() else y.reshape(-1, 1))
    scores.exp_()
    partition = scores.sum(dim=1, keepdim=True)
    loss = (partition.log() - label_scores).mean()
    scores.div_(partition)
    scores[rows, y] -= 1
    return loss, scores.div_(len(y))


def mlp_backward(X, y, params):
    with torch.no_grad():
        grads = [p.clone().zero_() for p in params]
        dW1, db1, dW2, db2 = grads
        Z = X.mm(params[0]).add_(params[1])
        H = Z.clamp_min(0)
        delta = H.mm(params[2]).add_(params[3]).softmax(1)
        delta.scatter_add_(1, y.reshape(-1, 1), -torch.ones_like(delta[:, :1]))
        delta /= len(X)
        dW2 += H.mT.mm(delta)
        db2.add_(delta.sum(0))
        delta = delta.mm(params[2].mT)
        delta[H == 0] = 0
        torch.mm(X.mT, delta, out=dW1)
        torch.sum(delta, 0, out=db1)
    return grads


def numerical_gradient(f, x, eps=1e-5):
    gradient = torch.zeros_like(x, memory_format=torch.contiguous_format)
    with torch.no_grad():
        values, slopes = x.view(-1), gradient.view(-1)
        for i in range(len(values)):
            saved = values[i].clone()
            values[i] = saved + eps
            slopes[i] = f(x)
            values[i] = saved - eps
            slopes[i] -= f(x)
            values[i] = saved
    return gradient / (2 * eps)
