"""Ukrainian letters to the phonemes of espeak-ng.

Its own rules (1.51) put the stress at chance, say и as і and an unstressed о as Russians do. Ukrainian is written nearly as it is spoken,
so that the letters and the place of the stress are enough.
"""

STRESS = "\u0301"
VOWELS = {"а": "A", "е": "E", "и": "I", "і": "i", "о": "o", "у": "u"}
IOTATED = {"я": "A", "ю": "u", "є": "E", "ї": "i"}
CONSONANTS = {
    "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "ж": "Z", "з": "z", "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "п": "p",
    "р": "r", "с": "s", "т": "t", "ф": "f", "х": "x", "ц": "ts", "ч": "tS", "ш": "S", "щ": "StS",
}
# Those that become soft; lips and the back of the tongue stay as they are.
DENTALS = {"д", "з", "л", "н", "р", "с", "т", "ц"}
SOFTENING = {"і", "ь", "я", "ю", "є"}
APOSTROPHE = "’"

# Said as one with the next word: without a stress of their own.
CLITICS = {"на", "не", "до", "за", "у", "від", "і", "а", "де", "ми", "ви", "нам", "вам", "вас"}


def is_stress_known(word):
    """Whether the word has one vowel or a stress."""
    return STRESS in word or sum(letter in VOWELS or letter in IOTATED for letter in word) <= 1


def phonemes(word):
    """What espeak-ng is to say for one word in small letters; where there are two vowels or more, one of them bears a stress."""
    word = word.replace("ться", "цця")
    letters = [letter for letter in word if letter != STRESS]
    stressed = stressed_letter(word)
    said = []
    for at, letter in enumerate(letters):
        before = letters[at - 1] if at else APOSTROPHE
        after = letters[at + 1] if at + 1 < len(letters) else ""
        mark = "'" if at == stressed else ""
        if letter in VOWELS:
            said.append(mark + VOWELS[letter])
        elif letter in IOTATED:
            is_after_consonant = before in CONSONANTS and letter != "ї"
            said.append((mark if is_after_consonant else "j" + mark) + IOTATED[letter])
        elif letter == "в" and (before in VOWELS or before in IOTATED) and (not after or after in CONSONANTS):
            said.append("w")
        elif letter in CONSONANTS:
            said.append(CONSONANTS[letter] + (";" if is_soft(letters, at) else ""))
    return "".join(said)


def stressed_letter(word):
    """Where the stress stands once the mark itself is left out; a word of one vowel needs none, unless it leans on another."""
    if STRESS in word:
        return word.index(STRESS) - 1
    vowels = [at for at, letter in enumerate(word) if letter in VOWELS or letter in IOTATED]
    return vowels[0] if vowels and word not in CLITICS else -1


def is_soft(letters, at):
    """A doubled consonant is soft as its second half is (повідомлення)."""
    if letters[at] not in DENTALS or at + 1 == len(letters):
        return False
    after = letters[at + 1]
    return after in SOFTENING or (after == letters[at] and is_soft(letters, at + 1))
