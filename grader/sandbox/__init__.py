"""The boundary: student code runs in a process of its own and only data comes back.

zygote, worker, observe, pretend   the student's side; they import nothing of the grader but `wire` and `limits`
client, packing, remote            the trusted side
"""
