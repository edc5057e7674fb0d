"""You make the head contiguous, which copies it where x is strided."""


def head_view(x, n):
    return x[:n].contiguous()
