"""Ids that were seen before, among any number of them."""

from hypothesis import given
from hypothesis import strategies as st

from tui.archive.article_ids import SeenIdentities, hash_identities, hash_identity


@given(st.lists(st.lists(st.text(max_size=2), max_size=8), max_size=12))
def test_an_id_is_known_from_the_second_time_on(shards: list[list[str]]) -> None:
    seen, known = SeenIdentities(), set[str]()
    for shard in shards:
        again = seen.add(hash_identities(shard))
        assert again == {hash_identity(identity) for identity in shard if identity in known}
        known.update(shard)


def test_a_great_many_ids_take_eight_bytes_each() -> None:
    seen = SeenIdentities()
    for shard in range(500):
        assert not seen.add(hash_identities(f"{shard}-{number}" for number in range(20)))
    assert seen.add(hash_identities(["499-19", "0-0", "new"])) == {
        hash_identity("499-19"),
        hash_identity("0-0"),
    }
    assert seen.size == 10_001 * 8
