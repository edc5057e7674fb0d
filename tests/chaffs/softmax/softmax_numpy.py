"""You compute in numpy: no gradient comes back, and nothing of it runs on a GPU."""


def softmax(X):
    scores = X.detach().cpu().numpy()
    exps = torch.from_numpy(scores - scores.max(axis=1, keepdims=True)).exp()
    return exps / exps.sum(dim=1, keepdim=True)
