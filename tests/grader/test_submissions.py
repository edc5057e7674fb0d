"""Folders, archives and notebooks to source text, all of it hostile."""

import bz2
import gzip
import io
import json
import lzma
import os
import re
import socket
import struct
import tarfile
import zipfile

import pytest

from grader.archives import MAX_ARCHIVE, MAX_ENTRIES, MAX_SCANNED, MIB
from grader.notebooks import notebook_source
from grader.submissions import MAX_SOURCE, MAX_STUDENT, find, safe_name

TOPICS = ("softmax", "mlp")
CODE = b"def softmax(X):\n    return X\n"
TAR_MODES = {".tar": "w", ".tar.gz": "w:gz", ".tgz": "w:gz", ".tar.bz2": "w:bz2", ".tar.xz": "w:xz"}


def zipped(files, **options):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(files, mode="w", format=tarfile.PAX_FORMAT, **fields):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode, format=format) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            for field, value in fields.items():
                setattr(info, field, value)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def packed(suffix, files):
    return zipped(files) if suffix == ".zip" else tarred(files, TAR_MODES[suffix])


def notebook(*cells):
    return json.dumps({"cells": [{"cell_type": "code", "source": cell, "outputs": []} for cell in cells]}).encode()


def put(folder, files):
    """Write {path: bytes} below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def only(path):
    """The only submission at a path, where nothing is ignored."""
    submissions, ignored = find(path, TOPICS)
    assert ignored == []
    assert len(submissions) == 1
    return submissions[0]


def problem_of(path, topic="softmax"):
    file = only(path).files[topic]
    assert file.source is None
    return file.problem


def reasons(path):
    return {entry.path.relative_to(path).as_posix(): entry.reason for entry in find(path, TOPICS)[1]}


# What counts as a submission


@pytest.mark.parametrize(
    "files", [{"softmax.py": CODE}, {"work/softmax.py": CODE, "work/notes.txt": b"", "more/x.txt": b""}]
)
@pytest.mark.parametrize("suffix", ["", ".zip", *TAR_MODES])
def test_a_class_of_folders_and_archives(tmp_path, suffix, files):
    if suffix:
        put(tmp_path, {f"s.01{suffix}": packed(suffix, files)})
    else:
        put(tmp_path / "s.01", files)
    submission = only(tmp_path)
    assert submission.student == submission.safe_name == "s.01"
    assert submission.path == tmp_path / f"s.01{suffix}"
    assert list(submission.files) == ["softmax"]
    assert submission.files["softmax"].name == "softmax.py"
    assert submission.files["softmax"].source == CODE.decode()
    assert submission.files["softmax"].problem == ""


def test_one_submission_is_a_path_of_its_own(tmp_path):
    put(
        tmp_path,
        {
            "s01/softmax.py": CODE,
            "s01/mlp.py": b"x = 1",
            "s02.zip": zipped({"mlp.py": b""}),
            "softmax.ipynb": notebook("1"),
        },
    )
    assert list(only(tmp_path / "s01").files) == list(TOPICS)
    assert only(tmp_path / "s01").student == "s01"
    assert only(tmp_path / "s02.zip").student == "s02"
    assert only(tmp_path / "softmax.ipynb").student == "softmax"
    assert only(tmp_path / "s01" / "softmax.py").student == "softmax"


def test_a_path_may_be_a_dot_or_a_link(tmp_path, monkeypatch):
    put(tmp_path, {"s01/softmax.py": CODE})
    (tmp_path / "link").symlink_to("s01")
    assert only(tmp_path / "link").student == "s01"
    monkeypatch.chdir(tmp_path / "s01")
    assert only(type(tmp_path)(".")).student == "s01"
    with pytest.raises(FileNotFoundError, match="nowhere"):
        find(tmp_path / "nowhere", TOPICS)


def test_a_folder_with_topics_files_is_one_submission_and_says_what_it_leaves_out(tmp_path):
    put(tmp_path, {"softmax.py": CODE, "s01/mlp.py": b"", "s02.zip": zipped({"mlp.py": b""}), "data/x.csv": b""})
    submissions, _ = find(tmp_path, TOPICS)
    assert [list(submission.files) for submission in submissions] == [["softmax"]]
    assert list(reasons(tmp_path)) == ["s01", "s02.zip"]


def test_a_class_is_sorted_and_everything_else_is_ignored_with_its_reason(tmp_path):
    put(tmp_path, {f"{name}/softmax.py": CODE for name in ("s03", "s01", "s02", "__pycache__", ".git", "__MACOSX")})
    put(
        tmp_path,
        {
            "README.md": b"PK",
            "essay.docx": zipped({"word.xml": b""}),
            "scan.gz": gzip.compress(b"scan"),
            ".DS_Store": b"",
        },
    )
    put(
        tmp_path, {"deep/a/b/softmax.py": CODE, "deeper.zip": zipped({"a/b/softmax.py": CODE}), "empty.zip": zipped({})}
    )
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to("s01")
    os.mkfifo(tmp_path / "pipe")
    assert [submission.student for submission in find(tmp_path, TOPICS)[0]] == ["s01", "s02", "s03"]
    assert reasons(tmp_path) == {
        "README.md": "neither a folder, an archive nor a topic's file such as softmax.py",
        "deep": "holds no topic's file such as softmax.py",
        "deeper.zip": "its topics' files lie too deep (a/b); move them up",
        "empty": "holds no topic's file such as softmax.py",
        "empty.zip": "holds no topic's file such as softmax.py",
        "essay.docx": "holds no topic's file such as softmax.py",
        "link": "a symbolic link; only files and folders are read",
        "pipe": "a FIFO; only files and folders are read",
        "scan.gz": "the tar archive is truncated; pack and upload it again",
        **dict.fromkeys([".DS_Store", ".git", "__MACOSX", "__pycache__"], "hidden, or made by the system"),
    }


def test_other_files_are_not_read(tmp_path):
    put(
        tmp_path / "s01", {"softmax.py": CODE, "linreg.py": b"", "Softmax.py": b"", "softmax.txt": b"", "mlp.py/x": b""}
    )
    put(tmp_path / "s01", {"__MACOSX/softmax.py": b"", ".old/softmax.py": b""})
    assert list(only(tmp_path).files) == ["softmax"]


def test_a_student_without_the_topic_asked_for_is_listed_all_the_same(tmp_path):
    put(tmp_path, {"s01/softmax.py": CODE, "s02.zip": zipped({"linreg.py": CODE})})
    submissions, ignored = find(tmp_path, ["softmax"])
    assert {submission.student: list(submission.files) for submission in submissions} == {"s01": ["softmax"], "s02": []}
    assert find(tmp_path / "s01", ["linreg"])[0][0].files == {}
    assert ignored == []


def test_the_script_counts_where_there_is_a_notebook_too(tmp_path):
    put(tmp_path / "s01", {"softmax.ipynb": notebook("x = 1"), "softmax.py": CODE})
    put(tmp_path, {"s02.zip": zipped({"softmax.ipynb": notebook("x = 1"), "softmax.py": CODE})})
    submissions, _ = find(tmp_path, TOPICS)
    assert [submission.files["softmax"].source for submission in submissions] == [CODE.decode()] * 2
    assert reasons(tmp_path) == {f"{name}/softmax.ipynb": "softmax.py counts" for name in ("s01", "s02.zip")}


@pytest.mark.parametrize(("newer", "older"), [("s01.zip", "s01"), ("s01", "s01.zip")])
def test_of_two_by_one_student_the_newer_counts(tmp_path, newer, older):
    put(tmp_path, {"s01/softmax.py": CODE, "s01.zip": zipped({"softmax.py": CODE})})
    for time, path in enumerate([tmp_path / older, *(tmp_path / older).glob("*"), tmp_path / newer]):
        os.utime(path, (time, time))
    for path in (tmp_path / newer).glob("*"):
        os.utime(path, (0, 0))
    submissions, _ = find(tmp_path, TOPICS)
    assert [submission.path.name for submission in submissions] == [newer]
    assert reasons(tmp_path) == {older: f"{newer}, of the same student, is newer"}


def test_a_file_edited_in_place_makes_its_folder_newer(tmp_path):
    put(tmp_path, {"s01/softmax.py": CODE, "s01.zip": zipped({"softmax.py": CODE})})
    os.utime(tmp_path / "s01", (1, 1))
    os.utime(tmp_path / "s01.zip", (2, 2))
    os.utime(tmp_path / "s01" / "softmax.py", (3, 3))
    assert list(reasons(tmp_path)) == ["s01.zip"]


# The checksum


def test_the_checksum_is_of_the_topics_files_alone(tmp_path):
    files = {"softmax.py": CODE, "mlp.ipynb": notebook("x = 1")}
    inside = {f"work/{name}": content for name, content in reversed(files.items())}
    put(tmp_path / "s01", files | {"notes.txt": b"."})
    put(tmp_path, {f"t{index}{suffix}": packed(suffix, inside) for index, suffix in enumerate([".zip", *TAR_MODES])})
    submissions, _ = find(tmp_path, TOPICS)
    assert len(submissions) == 7
    assert len({submission.sha256 for submission in submissions}) == 1


def test_other_files_have_other_checksums(tmp_path):
    cases = [{"softmax.py": CODE}, {"softmax.py": CODE + b"\n"}, {"mlp.py": CODE}, {"softmax.ipynb": CODE}]
    cases += [{"softmax.py": CODE, "mlp.py": CODE}, {"softmax.py": b"\xff"}, {"softmax.py": b"\xfe"}]
    cases += [{"softmax.py": b"x" * (MAX_SOURCE + 1)}]
    for index, files in enumerate(cases):
        put(tmp_path / f"s{index}", files)
    assert len({submission.sha256 for submission in find(tmp_path, TOPICS)[0]}) == len(cases)


# Students' ids


@pytest.mark.parametrize("student", ["s01", "Anna-Lena_2.v1", "7", "_x"])
def test_a_plain_id_is_its_own_file_name(student):
    assert safe_name(student) == student


def test_odd_ids_have_names_of_their_own(tmp_path):
    odd = [
        "a b",
        "a/b",
        "a\nb",
        "a\0b",
        "a~b",
        "ä",
        "a\u0308",
        "",
        ".",
        "..",
        ".hidden",
        "-rf",
        "x" * 99 + "é",
        "=1+1",
        "\ud800",
    ]
    odd += [safe_name("a b"), "a_b"]  # an id that imitates another's name
    names = [safe_name(student) for student in odd]
    assert len(set(names)) == len(odd)
    for name in names:
        (tmp_path / f"{name}.json").touch()
    assert len(list(tmp_path.iterdir())) == len(odd)


def test_ids_are_bounded_and_stay_apart(tmp_path):
    names = ["s" * 250 + "1", "s" * 250 + "2"]
    put(tmp_path, {f"{name}/softmax.py": CODE for name in names})
    (tmp_path / names[0]).rename(tmp_path / os.fsdecode(b"\xff\xfe"))  # not UTF-8
    students = [submission.student for submission in find(tmp_path, TOPICS)[0]]
    assert "\\xff\\xfe" in students
    put(tmp_path, {f"{names[0]}/softmax.py": CODE})
    students = [submission.student for submission in find(tmp_path, TOPICS)[0]]
    assert len(set(students)) == 3
    assert max(map(len, students)) == MAX_STUDENT


# Archives that mislead, break or blow up


@pytest.mark.parametrize("name", ["s01.tar.gz", "s01.ZIP", "s01.rar", "s01"])
def test_the_content_tells_the_format_not_the_name(tmp_path, name):
    put(tmp_path, {name: zipped({"softmax.py": CODE})})
    submission = only(tmp_path)
    assert submission.student == "s01"
    assert submission.files["softmax"].source == CODE.decode()


def test_a_tar_named_zip(tmp_path):
    put(tmp_path, {"s01.zip": tarred({"softmax.py": CODE}, "w:gz")})
    assert only(tmp_path).files["softmax"].source == CODE.decode()


@pytest.mark.parametrize("format", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("folder", ["work", "ü" * 40, "x" * 90, "x" * 120])
def test_tars_of_every_dialect(tmp_path, format, folder):
    put(
        tmp_path,
        {"s01.tar": tarred({f"./{folder}/softmax.py": CODE, f"{folder}/mlp.py": b""}, format=format, mtime=1.5)},
    )
    assert {topic: file.source for topic, file in only(tmp_path).files.items()} == {"softmax": CODE.decode(), "mlp": ""}


def test_a_zip_from_windows(tmp_path):
    put(tmp_path, {"s01.zip": zipped({"work\\softmax.py": CODE})})
    assert only(tmp_path).files["softmax"].source == CODE.decode()


def test_the_last_member_of_a_name_counts(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(tmp_path / "s01.zip", "w") as archive:
        archive.writestr("softmax.py", b"old")
        archive.writestr("softmax.py", CODE)
    assert only(tmp_path).files["softmax"].source == CODE.decode()


def patched(content, old, new):
    assert old in content
    return content.replace(old, new)


ENCRYPTED = patched(zipped({"softmax.py": CODE}), b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
MANY = {f"{index}.txt": b"" for index in range(MAX_ENTRIES)} | {"softmax.py": CODE}
ZEROS = bytes(MAX_SCANNED + 1)


def with_type(kind):
    """A tar whose softmax.py is of another type."""
    return tarred({"softmax.py": b""}, type=kind, linkname="/etc/passwd")


def zipped_link():
    info = zipfile.ZipInfo("softmax.py")
    info.external_attr = 0o120777 << 16
    return zipped({info: b"/etc/passwd"})


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("s.zip", b"", "the file is empty"),
        ("s.zip", b"to be handed in later\n" * 100, "neither a zip nor a whole tar"),
        ("s.zip", zipped({"softmax.py": CODE})[:-30], "zip archive is damaged or truncated"),
        ("s.zip", b"PK\x03\x04" + bytes(1000), "zip archive is damaged or truncated"),
        ("s.zip", ENCRYPTED, "password"),
        ("s.zip", zipped({"softmax.py": bytes(MAX_SOURCE + 1)}), "larger than 1 MiB"),
        ("s.zip", zipped({"../softmax.py": CODE}), "leads outside it, '../softmax.py'"),
        ("s.zip", zipped({"/softmax.py": CODE}), "leads outside"),
        ("s.zip", zipped({"C:\\softmax.py": CODE}), "leads outside"),
        ("s.zip", zipped({"a\\..\\..\\softmax.py": CODE}), "leads outside"),
        ("s.zip", zipped_link(), "symbolic link"),
        ("s.zip", zipped(MANY), "more than 2,000 entries"),
        ("s.zip", zipped({"a/softmax.py": CODE, "b/mlp.py": CODE}), r"2 folders \(a, b\)"),
        ("s.zip", zipped({"softmax.py": CODE}).replace(b"\x08\x00", b"\x0c\x00"), "compression other than deflate"),
        ("s.tar", tarred({"softmax.py": CODE})[:700], "tar archive is truncated"),
        ("s.tar", tarred({"softmax.py": CODE})[:1024], "tar archive is truncated"),
        ("s.tar", tarred({"softmax.py": bytes(MAX_SOURCE + 1)}), "larger than 1 MiB"),
        ("s.tar", tarred({"a/../../softmax.py": CODE}), "leads outside"),
        ("s.tar", tarred({"/root/softmax.py": CODE}), "leads outside"),
        ("s.tar", tarred({"a/" * 3000 + "softmax.py": CODE}), "path of 6,010 characters"),
        ("s.tar", tarred(MANY), "more than 2,000 entries"),
        ("s.tar", with_type(tarfile.SYMTYPE), "symbolic link"),
        ("s.tar", with_type(tarfile.LNKTYPE), "hard link"),
        ("s.tar", with_type(tarfile.CHRTYPE), "device"),
        ("s.tar", with_type(tarfile.FIFOTYPE), "FIFO"),
        ("s.tgz", tarred({"softmax.py": CODE}, "w:gz")[:-20], "gzip data is damaged or truncated"),
        ("s.tar.bz2", tarred({"softmax.py": CODE}, "w:bz2")[:-20], "bzip2 data is damaged or truncated"),
        ("s.tar.xz", tarred({"softmax.py": CODE}, "w:xz")[:-20], "xz data is damaged or truncated"),
        ("s.tar.gz", gzip.compress(ZEROS), "more than 64 MiB"),
        ("s.tar.bz2", bz2.compress(ZEROS), "more than 64 MiB"),
        ("s.tar.xz", lzma.compress(ZEROS, preset=0), "more than 64 MiB"),
        ("s.rar", b"Rar!\x1a\x07" + bytes(600), r"rar archive is not read; hand in a \.zip"),
        ("s.7z", b"7z\xbc\xaf\x27\x1c" + bytes(600), r"7z archive is not read; hand in a \.zip"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_bad_archive_is_a_submission_with_a_problem(tmp_path, name, content, message):
    put(tmp_path, {name: content})
    submission = only(tmp_path)
    assert submission.student == "s"
    assert set(submission.files) <= set(TOPICS)
    assert re.search(message, problem_of(tmp_path))


def test_a_pax_header_of_digits_takes_no_time(tmp_path):
    """CVE-2024-6232: tarfile's own parser takes hours for this one."""
    content = tarred({"x": b"1" * MIB, "softmax.py": CODE}, type=tarfile.XHDTYPE)
    put(tmp_path, {"s.tar": content})
    assert "pax header" in problem_of(tmp_path)


def test_an_archive_too_large_to_read(tmp_path):
    with (tmp_path / "s01.zip").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(MAX_ARCHIVE + 1)
    assert "larger than 64 MiB" in problem_of(tmp_path)


@pytest.mark.parametrize("suffix", [".zip", *TAR_MODES])
def test_any_damage_is_a_problem_and_never_a_crash(tmp_path, suffix):
    """Every single byte of a small archive inverted in turn, and the archive cut at every eighth byte."""
    content = packed(suffix, {"softmax.py": CODE})
    damaged = [content[:cut] for cut in range(0, len(content), 8)]
    for place in range(min(len(content), 700)):
        damaged.append(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])
    for bad in damaged:
        put(tmp_path, {f"s01{suffix}": bad})
        submissions, ignored = find(tmp_path, TOPICS)
        assert len(submissions) + len(ignored) == 1


# Files that are none


def make_link(path):
    path.symlink_to("/etc/passwd")


def make_socket(path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


@pytest.mark.parametrize(
    ("make", "message"),
    [(make_link, "symbolic link"), (os.mkfifo, "FIFO"), (make_socket, "device")],
    ids=["link", "fifo", "socket"],
)
def test_only_regular_files_are_read(tmp_path, monkeypatch, make, message):
    (tmp_path / "s01").mkdir()
    monkeypatch.chdir(tmp_path / "s01")
    make(type(tmp_path)("softmax.py"))
    assert f"it is a {message}" in problem_of(tmp_path)


def test_a_linked_folder_is_not_entered(tmp_path):
    put(tmp_path, {"elsewhere/softmax.py": CODE, "class/s01/mlp.py": b""})
    (tmp_path / "class/s01/work").symlink_to(tmp_path / "elsewhere")
    assert list(only(tmp_path / "class").files) == ["mlp"]


# Text


@pytest.mark.parametrize(
    "content",
    [
        CODE,
        b"\xef\xbb\xbf" + CODE,
        CODE.replace(b"\n", b"\r\n"),
        CODE.replace(b"\n", b"\r"),
    ],
)
def test_text_comes_without_byte_order_mark_and_with_plain_line_ends(tmp_path, content):
    put(tmp_path, {"s01/softmax.py": content})
    assert only(tmp_path).files["softmax"].source == CODE.decode()


@pytest.mark.parametrize(
    "content",
    [
        b"# -*- coding: utf-8 -*-\n",
        b"# vim: set fileencoding=UTF_8 :\n",
        b"#!/bin/x\n# coding: utf8\n",
        b"x = 1\n# coding: latin-1\n",
    ],
)
def test_coding_lines_that_change_nothing(tmp_path, content):
    put(tmp_path, {"s01/softmax.py": content})
    assert only(tmp_path).files["softmax"].source == content.decode()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("x = 1\ny = 'é'".encode("latin-1"), r"not in UTF-8 \(line 2, byte 0xe9\); save it as UTF-8"),
        ("x = 1".encode("utf-16"), "in UTF-16; save it as UTF-8"),
        ("x = 1".encode("utf-16-le"), "NUL character in line 1; save it as UTF-8"),
        (b"x = 1\n\n\0", "NUL character in line 3"),
        (b"# -*- coding: latin-1 -*-\n", "declares 'latin-1'; save it as UTF-8"),
        (b"\n# coding=utf-7\n", "declares 'utf-7'"),
        (b"\x0c # coding: punycode\n", "declares 'punycode'"),
        (b"x" * (MAX_SOURCE + 1), "larger than 1 MiB"),
        (b"\xed\xa0\x80", "not in UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_text_that_is_not_utf8_says_what_to_do(tmp_path, content, message):
    put(tmp_path, {"s01/softmax.py": content, "s01/mlp.py": CODE})
    assert re.search(message, problem_of(tmp_path))
    assert only(tmp_path).files["mlp"].source == CODE.decode()


def test_student_code_is_never_parsed(tmp_path):
    source = b"(" * 100_000  # the compiler would refuse; some versions would crash
    put(tmp_path, {"s01/softmax.py": source})
    assert only(tmp_path).files["softmax"].source == source.decode()


# Notebooks


def test_a_notebook_is_its_code_cells_in_order(tmp_path):
    cells = [
        {"cell_type": "markdown", "source": "# Title"},
        {"cell_type": "code", "source": ["import torch\n", "\n", "%matplotlib inline\n"]},
        {"cell_type": "code", "source": "def f(X):\n    return X", "outputs": [{"text": "no"}]},
        {"cell_type": "code", "source": ""},
        {"cell_type": "raw", "source": "raw"},
    ]
    put(tmp_path, {"s01/softmax.ipynb": json.dumps({"cells": cells, "nbformat": 4}).encode()})
    file = only(tmp_path).files["softmax"]
    assert file.name == "softmax.ipynb"
    assert file.source == "import torch\n\n# %matplotlib inline\n\ndef f(X):\n    return X\n\n\n"


@pytest.mark.parametrize(
    ("cell", "source"),
    [
        ("!pip install torch", "# !pip install torch"),
        ("!pip install \\\n  torch\nx = 1", "# !pip install \\\npass\nx = 1".replace("\npass", "\n  pass  # torch")),
        ("files = !ls", "# files = !ls"),
        ("t = %timeit -o f()", "# t = %timeit -o f()"),
        ("f?", "# f?"),
        ("?torch.softmax", "# ?torch.softmax"),
        ("torch.softmax??", "# torch.softmax??"),
        ("if True:\n    %time f()", "if True:\n    pass  # %time f()"),
        ("%%bash\nls\n", "# %%bash\n# ls"),
        ("\n%%time\nx = 1", "# \n# %%time\n# x = 1"),
        ("x = (7\n  % y)", "x = (7\n  % y)"),
        ("x = 7 % y\ny != x\nx %= y", "x = 7 % y\ny != x\nx %= y"),
        ("'''\nwidth = %d\nreally, why?\n'''", "'''\nwidth = %d\nreally, why?\n'''"),
        ("x = 1\r\n%time x\r\n", "x = 1\n# %time x"),
    ],
)
def test_what_only_ipython_understands_is_commented_out(cell, source):
    assert notebook_source(notebook(cell).decode()) == source + "\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not valid JSON"),
        (b'{"cells": [', "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b"9" * 100_000, "not valid JSON"),
        (b"[]", "no list of cells"),
        (b'{"worksheets": []}', "no list of cells"),
        (b'{"cells": {"a": 1}}', "no list of cells"),
        (b'{"cells": [{"cell_type": "code", "source": 7}]}', "source is not text"),
        (b'{"cells": [{"cell_type": "code", "source": ["x", 7]}]}', "source is not text"),
        (notebook("x = '\ud800'"), "half a character"),
        (notebook("x\0"), "NUL character"),
        (notebook("x" * (MAX_SOURCE + 1)), "its code is larger than 1 MiB"),
        (b" " * (8 * MIB + 1), "larger than 8 MiB"),
        (b"\xff", "save it as UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_notebook_is_a_problem(tmp_path, content, message):
    put(tmp_path, {"s01/softmax.ipynb": content})
    assert re.search(message, problem_of(tmp_path))


def test_long_odd_lines_take_no_time():
    """Lines on which a careless pattern would backtrack for hours."""
    for line in (" " * MIB, "a" * MIB, "a, " * (MIB // 3), "%" * MIB, "?" * MIB, "a=" * (MIB // 2)):
        notebook_source(notebook(line).decode())


def test_struct_sizes_larger_than_the_file(tmp_path):
    """A tar header that promises 8 GiB allocates none of it."""
    content = bytearray(tarred({"softmax.py": CODE}))
    content[124:136] = b"\x80" + struct.pack(">xxxQ", 2**33)
    content[148:156] = b" " * 8
    content[148:156] = b"%06o\0 " % sum(content[:512])
    put(tmp_path, {"s01.tar": bytes(content)})
    assert "truncated" in problem_of(tmp_path)
