"""Talks to the server beside the fuzzer, and reads the mail that it sends."""

import base64
import hmac
import json
import os
import random
import re
import struct
import time
import urllib.request
from email import message_from_bytes, policy
from pathlib import Path

BASE = os.environ["FUZZ_BASE"]
WORLD = json.loads(os.environ["FUZZ_WORLD"])
MAIL = Path(os.environ["FUZZ_MAIL"])

draw = random.Random(20261123)
# The names of mails begin with their time; who waits for one needs only the latest.
LATEST = 100


def call(method, path, body=None, token=None, headers=None):
    """Talks to the server beside the fuzzer; answers the parsed body."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(BASE + path, data=data, method=method)
    request.add_header("authorization", f"Bearer {token or WORLD['token']}")
    # Of its own address, so that the slow-down after failed log-ins of the fuzzer does not hit the hooks.
    request.add_header("x-forwarded-for", some_address())
    if data is not None:
        request.add_header("content-type", "application/json")
    for name, value in (headers or {}).items():
        request.add_header(name, value)
    with urllib.request.urlopen(request, timeout=20) as response:
        text = response.read()
        return json.loads(text) if text else None


def some_address():
    return f"198.51.{draw.randrange(100)}.{draw.randrange(1, 255)}"


def token_from_mail(address, subject):
    """Reads the token out of the latest mail of that kind."""
    for _ in range(100):
        for path in sorted(MAIL.glob("*.eml"), reverse=True)[:LATEST]:
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            if address in str(mail["to"]) and subject in str(mail["subject"]):
                return re.search(r"^  ([A-Za-z0-9_-]{43})\s*$", mail.get_content(), re.M).group(1)
        time.sleep(0.1)
    raise RuntimeError(f"no mail came: {subject}")


def totp(secret):
    """RFC 6238 with SHA-1, six digits and thirty seconds."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(base64.b32decode(secret), counter, "sha1").digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1000000:06d}"
