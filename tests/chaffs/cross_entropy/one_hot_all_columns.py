"""You write the ones into the columns of all labels in every row, not each label into its own row."""


def one_hot(y, num_classes):
    rows = torch.zeros(len(y), num_classes, device=y.device)
    rows[:, y] = 1
    return rows
