"""What a check found that does not hold; the message is the whole answer."""


class Finding(Exception):
    pass


def demand(holds, finding):
    if not holds:
        raise Finding(finding)
