"""The rules, by subject of the decree: facts and a part of a regime go in, an answer comes out."""
