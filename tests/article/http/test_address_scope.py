"""tui.article.http.address_scope: nothing on this computer or in a private network passes for public."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.http.address_scope import AddressScope, scope_of_host, scope_of_ip


@pytest.mark.parametrize(
    "ip", ["127.0.0.1", "127.8.8.8", "0.0.0.1", "::1", "::", "::ffff:127.0.0.1", "::127.0.0.1"]
)
def test_this_computer(ip: str) -> None:
    assert scope_of_ip(ip) is AddressScope.HERE


@pytest.mark.parametrize(
    "ip",
    "10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.127.255.255 192.0.0.8 "
    "198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 168.63.129.16 192.0.2.1 fe80::1 fe80::1%eth0 fc00::1 "
    "fd00:ec2::254 fec0::1 ff02::1 2001:db8::1 2001::1 3fff::1 5f00::1 100::1 ::ffff:10.0.0.1 "
    "::ffff:0:10.0.0.1 64:ff9b::10.0.0.1 "
    "64:ff9b:1::1 2002:a00:1::".split(),
)
def test_private(ip: str) -> None:
    assert scope_of_ip(ip) is AddressScope.PRIVATE


@pytest.mark.parametrize(
    "ip",
    "8.8.8.8 172.15.0.1 172.32.0.1 100.63.0.1 100.128.0.1 223.255.255.255 2606:4700::1 2a00:1450::1 "
    "::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::1".split(),
)
def test_public(ip: str) -> None:
    assert scope_of_ip(ip) is AddressScope.PUBLIC


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_nothing_is_public_that_python_does_not_call_global(
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if scope_of_ip(str(ip)) is AddressScope.PUBLIC:
        # an address of 6to4 is as public as the one it holds, whatever the release of Python says
        held = ip.sixtofour if isinstance(ip, ipaddress.IPv6Address) else None
        assert (held or ip).is_global
        assert not ip.is_multicast
    else:
        assert scope_of_ip(str(ip)) is not AddressScope.HERE or not ip.is_global or ip.version == 6


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_counts(ip: ipaddress.IPv4Address) -> None:
    for held in (f"::ffff:{ip}", f"64:ff9b::{ip}", str(ipaddress.IPv6Address(0x2002 << 112 | int(ip) << 80))):
        assert scope_of_ip(held) is scope_of_ip(str(ip))


@pytest.mark.parametrize(
    ("host", "where"),
    [
        ("localhost", AddressScope.HERE),
        ("a.localhost", AddressScope.HERE),
        ("0x7f.1", AddressScope.HERE),
        ("2130706433", AddressScope.HERE),
        ("0177.0.0.1", AddressScope.HERE),
        ("10.1", AddressScope.PRIVATE),
        ("printer", AddressScope.PRIVATE),
        ("printer.local", AddressScope.PRIVATE),
        ("metadata.google.internal", AddressScope.PRIVATE),
        ("news.example", AddressScope.PUBLIC),
        ("8.8.8.8", AddressScope.PUBLIC),
    ],
)
def test_names(host: str, where: AddressScope) -> None:
    assert scope_of_host(host) is where
