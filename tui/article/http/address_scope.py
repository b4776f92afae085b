"""How far away a network address is: this computer, a network of one's own, or the public Internet.

After IANA's registries of special-purpose addresses (RFC 6890 and its updates). Everything that is not plainly
public counts as private: shared (CGNAT), link-local with the metadata services of clouds, multicast, reserved.
"""

from __future__ import annotations

import socket
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_HERE = tuple(map(IPv4Network, ("127.0.0.0/8", "0.0.0.0/8")))  # 0.0.0.0 reaches this computer on Linux
_PRIVATE = tuple(
    map(
        IPv4Network,
        (
            "10.0.0.0/8",
            "100.64.0.0/10",
            "168.63.129.16/32",  # of Azure's hosts, though from a public range
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
        ),
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")
_SPECIAL_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
_NAT64 = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = IPv6Network("2002::/16")
_OWN_NAMES = (".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".home.arpa")


class AddressScope(StrEnum):
    """Where an address leads."""

    HERE = "this computer"
    PRIVATE = "a private network"
    PUBLIC = "the Internet"


def scope_of_ip(ip: str) -> AddressScope:
    """Return the scope of an IP address; one that holds another (mapped, NAT64, 6to4) has that one's.

    Raises ValueError for what is no IP address.
    """
    address = ip_address(ip)
    return _scope_of_ipv4(address) if isinstance(address, IPv4Address) else _scope_of_ipv6(address)


def scope_of_host(host: str) -> AddressScope:
    """Return the scope of a host as far as its name tells, for where a proxy looks names up."""
    try:
        return scope_of_ip(host)
    except ValueError:
        pass
    if host == "localhost" or host.endswith(".localhost"):
        return AddressScope.HERE
    try:
        return scope_of_ip(socket.inet_ntoa(socket.inet_aton(host)))  # "2130706433", "0x7f.1"
    except (OSError, UnicodeError):
        pass
    return AddressScope.PRIVATE if "." not in host or host.endswith(_OWN_NAMES) else AddressScope.PUBLIC


def _scope_of_ipv4(address: IPv4Address) -> AddressScope:
    if any(address in network for network in _HERE):
        return AddressScope.HERE
    return AddressScope.PRIVATE if any(address in network for network in _PRIVATE) else AddressScope.PUBLIC


def _scope_of_ipv6(address: IPv6Address) -> AddressScope:
    number = int(address)
    if number == 1:
        return AddressScope.HERE
    if number < 1 << 32 or number >> 32 in (0xFFFF, 0xFFFF0000):  # compatible, mapped, translated (SIIT)
        return _scope_of_ipv4(IPv4Address(number & 0xFFFFFFFF))
    plain = IPv6Address(number)  # without the zone, which no network contains
    if plain in _NAT64:
        return _scope_of_ipv4(IPv4Address(number & 0xFFFFFFFF))
    if plain in _SIX_TO_FOUR:
        return _scope_of_ipv4(IPv4Address(number >> 80 & 0xFFFFFFFF))
    if plain in _GLOBAL_6 and not any(plain in network for network in _SPECIAL_6):
        return AddressScope.PUBLIC
    return AddressScope.PRIVATE
