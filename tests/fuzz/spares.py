"""Users of the fuzzer's own, for what changes or ends an account."""

import time
import urllib.error
import uuid

from server import WORLD, call, token_from_mail, totp


class Spare:
    """A user of the fuzzer's own, for what changes or ends an account."""

    def __init__(self):
        self.email = f"{uuid.uuid4().hex}@fuzz.example"
        self.password = WORLD["password"]
        self.codes = []
        self.is_protected = False
        call("POST", "/api/v2/auth/register", {"email": self.email, "name": "Spare", "password": self.password})
        call("POST", "/api/v2/auth/email-verification", {"token": token_from_mail(self.email, "Verify")})
        self.token = self.log_in()["token"]
        self.made_at = time.monotonic()

    def log_in(self):
        return call("POST", "/api/v2/auth/login", {"email": self.email, "password": self.password})

    def enrol(self):
        """A code that confirms a new secret."""
        if self.is_protected:
            call("DELETE", "/api/v2/me/mfa/totp", token=self.token)
            self.is_protected = False
        return totp(call("POST", "/api/v2/me/mfa/totp", token=self.token)["secret"])

    def protect(self):
        """Turns the second factor on, where it is not."""
        if self.is_protected:
            return
        body = {"code": self.enrol()}
        self.take(call("POST", "/api/v2/me/mfa/totp/confirmation", body, self.token))

    def take(self, confirmation):
        self.token = confirmation["session_start"]["token"]
        self.codes = confirmation["recovery_codes"]
        self.is_protected = True


spares: dict[str, Spare] = {}
# What decides over an account takes a log-in of the last quarter of an hour.
FRESH_S = 600


def spare(name):
    """The spare user of an operation, made when it is first needed, and again when its session is no longer fresh."""
    if name not in spares or time.monotonic() - spares[name].made_at > FRESH_S:
        spares[name] = Spare()
    return spares[name]


def spare_token(name):
    """A session of the spare user, in whose account everything is ready for the operation."""
    try:
        return ready(name).token
    except urllib.error.HTTPError:
        # A scenario has taken the account where the hooks do not follow; another user takes its place.
        spares.pop(name, None)
        return ready(name).token


def ready(name):
    user = spare(name)
    if name == "changePassword":
        user.token = user.log_in()["token"]
    elif name in ("removeTotp", "regenerateRecoveryCodes"):
        user.protect()
    return user


def answered_challenge():
    """A log-in that waits for the second factor, and a code that completes it."""
    user = spare("completeMfaLogIn")
    if not user.codes:
        user.is_protected and user.enrol()
        user.protect()
    return {"challenge_token": user.log_in()["challenge_token"], "code": user.codes.pop()}


def note_outcome(name, case, response):
    """What a request has done to its spare user; one whose state is no longer known is given up."""
    if name not in spares or not 200 <= response.status_code < 300:
        return
    user = spares[name]
    try:
        if name == "changePassword":
            user.password = case.body["new_password"]
        elif name == "confirmTotp":
            user.take(response.json())
        elif name == "removeTotp":
            user.is_protected = False
        elif name == "deleteMe":
            del spares[name]
    except (KeyError, TypeError, ValueError):
        # The checks judge the response; here it only says that the account is not what it was.
        del spares[name]


def fresh_reset_token():
    user = Spare()
    call("POST", "/api/v2/auth/password-reset", {"email": user.email})
    return token_from_mail(user.email, "Reset")


def new_password():
    return f"copper {uuid.uuid4().hex} kettle"
