"""You let torch's attention do the softmax for you instead of writing it by hand."""


def softmax(X):
    eye = torch.eye(X.shape[1], dtype=X.dtype, device=X.device)
    return nn.functional.scaled_dot_product_attention(X, eye, eye, scale=1.0)
