"""The surroundings of a LibreOffice that opens strangers' documents: no macro runs, no link is followed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_KEPT_VARIABLES = (
    "PATH",
    "SYSTEMROOT",
    "WINDIR",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "FONTCONFIG_PATH",
    "FONTCONFIG_FILE",
)
_SECURITY = "Office.Common/Security/Scripting"
_PROXY = "Inet/Settings"
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "DisablePythonRuntime", "true"),
    (_SECURITY, "DisableOLEAutomation", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    # By hand, to a port where nobody listens, and without an exception for this machine.
    (_PROXY, "ooInetProxyType", "1"),
    (_PROXY, "ooInetNoProxy", ""),
    *((_PROXY, f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *((_PROXY, f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)
_ITEM = (
    '<item oor:path="/org.openoffice.{0}"><prop oor:name="{1}" oor:op="fuse" oor:finalized="true">'
    "<value>{2}</value></prop></item>"
)


def make_profile(workshop: Path) -> Path:
    """Lay a fresh profile with our settings into a folder; return where it lies."""
    profile = workshop / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    return profile


def options(profile: Path) -> list[str]:
    """The options of every call of LibreOffice."""
    return [
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nologo",
    ]


def environment(workshop: Path) -> dict[str, str]:
    """Only what the program needs to start; its home and temporary folder are the workshop."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    home = str(workshop)
    return kept | {"HOME": home, "USERPROFILE": home, "TMPDIR": home, "TEMP": home, "TMP": home}


def _registry() -> str:
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>"
    )
