"""You register the weights as buffers: they move with the module but are not trained."""


def mlp_net(num_inputs, num_hiddens, num_outputs):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            for i, p in enumerate(init_params(num_inputs, num_hiddens, num_outputs)):
                self.register_buffer(f"p{i}", p.detach())

        def forward(self, X):
            return mlp(X, [self.p0, self.p1, self.p2, self.p3])

    return Net()
