"""You forget the ReLU between the linear layers."""


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(num_inputs, num_hiddens1),
        nn.Dropout(drop_prob1),
        nn.Linear(num_hiddens1, num_hiddens2),
        nn.Dropout(drop_prob2),
        nn.Linear(num_hiddens2, num_outputs),
    )
