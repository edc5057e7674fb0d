"""You let torch.optim take the step that you were to write."""


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    for x, v, s in zip(params, velocities, states):
        if x.grad is not None:
            optimizer = torch.optim.Adam([x], lr=lr, betas=(beta1, beta2), eps=eps)
            step = torch.tensor(float(t - 1))
            optimizer.state[x] = {"step": step, "exp_avg": v, "exp_avg_sq": s}
            optimizer.step()
