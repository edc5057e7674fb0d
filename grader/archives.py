"""Archives as hostile bytes: members are listed and read in memory, within bounds counted while reading, never on disk.

tarfile is not used: crafted headers make Pythons that are still around loop for ever (CVE-2025-8194) or for hours
(CVE-2024-6232). What a submission needs of the format fits below.
"""

import bz2
import gzip
import io
import lzma
import re
import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

MIB = 2**20
MAX_ARCHIVE = 64 * MIB  # as it lies on the disk
MAX_SCANNED = 64 * MIB  # decompressed
MAX_ENTRIES = 2000
MAX_PATH = 4096  # characters
MAX_PAX = 64 * 1024  # bytes of a pax header
MAX_XZ_MEMORY = 128 * MIB  # `xz -9` needs 65 MiB to decompress

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
FOREIGN_SUFFIXES = (".rar", ".7z")  # recognised only to say what to do instead

MAGIC = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",  # an empty one
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
    b"Rar!": "rar",
    b"7z\xbc\xaf": "7z",
}
HEAD = 512  # bytes that `kind_of` needs

BLOCK = 512  # of a tar
TAR_KINDS = {b"0": "file", b"\0": "file", b"7": "file", b"1": "hard link", b"2": "symbolic link", b"5": "folder"}
TAR_KINDS |= {b"3": "device", b"4": "device", b"6": "FIFO"}
TAR_WITHOUT_DATA = b"123456"  # whatever size their header states


class Unreadable(ValueError):
    """An archive, or one file of a submission, that is not read: the message says why and what to do."""


@dataclass(frozen=True)
class Member:
    """One entry of an archive or folder: its path in there, "file" or what else it is, and `read(most bytes)`."""

    path: PurePosixPath
    kind: str
    read: Callable[[int], bytes]


def kind_of(head: bytes) -> str:
    """The archive format, by the first HEAD bytes of the file; empty where they are no archive's."""
    if head[257:262] == b"ustar":
        return "tar"
    return next((kind for magic, kind in MAGIC.items() if head.startswith(magic)), "")


def stem(name: str) -> str:
    """A file's name without the suffix of an archive; the name itself where it has none."""
    suffixes = [suffix for suffix in SUFFIXES + FOREIGN_SUFFIXES if name.lower().endswith(suffix)]
    return name[: len(name) - max(map(len, suffixes), default=0)]


def members(content: bytes) -> list[Member]:
    """The members of an archive, in order; a later one of the same path replaces an earlier one, as when extracting.

    Args:
        content: the whole file.

    Raises:
        Unreadable: no archive, a foreign format, damaged, truncated, over a bound, or with a path that leads outside.
    """
    if not content:
        raise Unreadable("the file is empty; upload it again")
    kind = kind_of(content[:HEAD])
    if kind in ("rar", "7z"):
        raise Unreadable(f"a {kind} archive is not read; hand in a .zip or .tar.gz")
    if kind == "zip":
        return zip_members(content)
    if kind in ("gzip", "bzip2", "xz"):
        content = decompress(content, kind)
    return tar_members(content)


def inner_path(name: str) -> PurePosixPath:
    """A member's path. Zips from Windows may separate with backslashes."""
    slashed = name.replace("\\", "/")
    if len(name) > MAX_PATH:
        raise Unreadable(f"the archive holds a path of {len(name):,} characters; pack only the exercise files")
    parts = slashed.split("/")
    if slashed.startswith("/") or ".." in parts or re.match("[A-Za-z]:/", slashed):
        raise Unreadable(f"the archive holds a path that leads outside it, {name[:100]!r}; pack the folder itself")
    return PurePosixPath(*parts)


def too_many() -> Unreadable:
    return Unreadable(f"the archive holds more than {MAX_ENTRIES:,} entries; pack only the exercise files")


# zip


def zip_members(content: bytes) -> list[Member]:
    # zipfile builds an object an entry before it can be asked how many there are; each entry has this signature.
    if content.count(b"PK\x01\x02") > MAX_ENTRIES:
        raise too_many()
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except Exception as error:  # a hostile directory can raise nearly anything
        raise Unreadable("the zip archive is damaged or truncated; pack and upload it again") from error
    infos = archive.infolist()
    return [Member(inner_path(info.filename), zip_kind(info), partial(read_zipped, archive, info)) for info in infos]


def zip_kind(info: zipfile.ZipInfo) -> str:
    file_type = stat.S_IFMT(info.external_attr >> 16)  # 0 where a system without Unix modes made the zip
    if info.is_dir():
        return "folder"
    if file_type == stat.S_IFLNK:
        return "symbolic link"
    return "file" if file_type in (0, stat.S_IFREG) else "device"


def read_zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    if info.flag_bits & 0x1:
        raise Unreadable("it is protected by a password; pack it without one")
    # zipfile bounds what deflate gives out, but decompresses bzip2 and LZMA a whole chunk at a time: a bomb's way in.
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable("the zip uses a compression other than deflate; pack it as a plain .zip")
    try:
        with archive.open(info) as file:
            return file.read(limit)
    except Exception as error:  # as above
        raise Unreadable("it is damaged in the zip archive; pack and upload it again") from error


# tar


def decompress(content: bytes, kind: str) -> bytes:
    """A compressed tar's content, at most MAX_SCANNED bytes."""
    try:
        if kind == "xz":  # the one format whose header can ask for gigabytes of memory
            decompressor = lzma.LZMADecompressor(memlimit=MAX_XZ_MEMORY)
            plain = decompressor.decompress(content, MAX_SCANNED + 1)
            whole = decompressor.eof
        else:
            opened = gzip.open if kind == "gzip" else bz2.open
            with opened(io.BytesIO(content)) as file:
                plain = file.read(MAX_SCANNED + 1)
            whole = True  # these raise EOFError otherwise
    except Exception as error:  # EOFError, OSError, zlib.error, lzma.LZMAError, ...
        raise Unreadable(f"the {kind} data is damaged or truncated; pack and upload it again") from error
    if len(plain) > MAX_SCANNED:
        raise Unreadable(f"the archive unpacks to more than {MAX_SCANNED // MIB} MiB; pack only the exercise files")
    if not whole:
        raise Unreadable("the xz data is damaged or truncated; pack and upload it again")
    return plain


def tar_members(content: bytes) -> list[Member]:
    """The members of an uncompressed tar: ustar, GNU (long names) and pax (paths)."""
    found: list[Member] = []
    long_name = ""  # from an extra header that precedes the member's own
    offset = 0
    for _ in range(MAX_ENTRIES + 1):
        header = content[offset : offset + BLOCK]
        if not any(header) and len(header) == BLOCK:  # a block of zeros ends the archive
            return found
        name, kind, size = parse_header(header)
        start = offset + BLOCK
        if start + size > len(content):
            raise truncated()
        if kind == b"L":
            long_name = text(content[start : start + size])
        elif kind == b"x":
            long_name = pax_path(content[start : start + size]) or long_name
        elif kind != b"g":
            read = partial(read_tarred, content, start, size)
            found.append(Member(inner_path(long_name or name), TAR_KINDS.get(kind, "special file"), read))
            long_name = ""
        offset += BLOCK + -(-size // BLOCK) * BLOCK
    raise too_many()


def parse_header(header: bytes) -> tuple[str, bytes, int]:
    """Name, type flag and size of the data that follows."""
    if len(header) < BLOCK:
        raise truncated()
    if number(header[148:156]) != sum(header) - sum(header[148:156]) + 8 * ord(" "):  # its own field counts as spaces
        raise Unreadable("the file is neither a zip nor a whole tar archive; pack and upload it again")
    name = text(header[:100])
    if header[257:263] == b"ustar\0" and header[345]:
        name = f"{text(header[345:500])}/{name}"
    kind = header[156:157]
    return name, kind, 0 if kind in TAR_WITHOUT_DATA else number(header[124:136])


def number(field: bytes) -> int:
    """A tar header's number: octal digits, or, with the first bit set, binary."""
    if field[0] & 0x80:
        return int.from_bytes(field[1:], "big")
    digits = field.strip(b" \0")
    return int(digits, 8) if re.fullmatch(b"[0-7]{1,12}", digits) else 0


def pax_path(data: bytes) -> str:
    """The value of `path` in a pax header, whose records are '<length> <key>=<value>\\n'; empty where it has none."""
    path = ""
    offset = 0
    while offset < len(data):
        length = re.compile(rb"(\d{1,7}) ").match(data, offset)
        end = offset + int(length[1]) if length else 0
        if not length or end <= length.end() or len(data) > MAX_PAX:
            raise Unreadable("the tar archive is damaged (a pax header); pack and upload it again")
        key, _, value = data[length.end() : end].rstrip(b"\n").partition(b"=")
        if key == b"path":
            path = text(value)
        offset = end
    return path


def text(field: bytes) -> str:
    return field.partition(b"\0")[0].decode(errors="replace")


def read_tarred(content: bytes, start: int, size: int, limit: int) -> bytes:
    return content[start : start + min(size, limit)]


def truncated() -> Unreadable:
    return Unreadable("the tar archive is truncated; pack and upload it again")
