"""You share the padding out over both sides; it counts per side."""


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    (ph, pw), (sh, sw) = padding, stride
    X = nn.functional.pad(X, (pw // 2, pw - pw // 2, ph // 2, ph - ph // 2))
    return corr2d(X, K)[::sh, ::sw]
