#include "CScan.h"
#include "Vectors.h"

/// The scalar beyond ASCII at the beginning of some bytes, U+0000 for what can't be a letter here, and its length.
/// It does not look whether the bytes are well formed: a wrong guess costs one vote.
static inline uint32_t scalar_of(const uint8_t *bytes, size_t count, size_t *length) {
  const uint8_t lead = bytes[0];
  if (__builtin_expect(lead >= 0xC2 && count >= 2, 1)) {
    if (lead < 0xE0) {
      *length = 2;
      return (uint32_t)(lead & 0x1F) << 6 | (uint32_t)(bytes[1] & 0x3F);
    }
    if (__builtin_expect(lead < 0xF0 && count >= 3, 1)) {
      *length = 3;
      return (uint32_t)(lead & 0x0F) << 12 | (uint32_t)(bytes[1] & 0x3F) << 6
             | (uint32_t)(bytes[2] & 0x3F);
    }
  }
  *length = 1;
  return 0;
}

/// The languages that have a word.
static inline uint32_t languages_of(uint64_t key, const ScanLanguages *t) {
  for (size_t slot = scan_slot(key, t->mask); t->keys[slot] != 0; slot = (slot + 1) & t->mask)
    if (t->keys[slot] == key) return t->languages[slot];
  return 0;
}

/// The width of an apostrophe at the beginning of some bytes if a letter follows it, else 0.
static inline size_t apostrophe(const uint8_t *bytes, size_t count) {
  if (count < 2) return 0;
  size_t width = 1;
  if (bytes[0] == 0xE2) {
    if (count < 4 || bytes[1] != 0x80 || bytes[2] != 0x99) return 0;
    width = 3;
  } else if (bytes[0] != '\'') {
    return 0;
  }
  const uint8_t next = bytes[width];
  return (uint8_t)((next | 0x20) - 'a') < 26 || next >= 0xC3 ? width : 0;
}

/// The key of a word with an apostrophe behind it, of fewer letters than 16.
static inline uint64_t elided_key(ScanLetters letters) {
  return letters.count < 8
             ? scan_key(letters.first | (uint64_t)'\'' << 8 * letters.count, letters.second)
             : scan_key(
                 letters.first, letters.second | (uint64_t)'\'' << 8 * (letters.count - 8));
}

/// The key of words with letters beyond ASCII, or more than 16: FNV-1a over their scalars.
typedef uint64_t Hash;
static const Hash no_letters = 0xCBF29CE484222325u;
static inline Hash add(Hash hash, uint32_t scalar) { return (hash ^ scalar) * 0x100000001B3u; }
static inline uint64_t key_of(Hash hash) { return hash | (uint64_t)1 << 63; }

/// The key of a word of a list that has more than 15 letters of ASCII, or other letters.
static uint64_t listed_key(const uint8_t *word, size_t count) {
  uint64_t letters[2] = {0, 0};
  size_t i = 0;
  for (; i < count && i < 16 && word[i] < 0x80; i++) letters[i / 8] |= (uint64_t)word[i] << i % 8 * 8;
  if (i == count) return scan_key(letters[0], letters[1]);
  Hash hash = no_letters;
  size_t length = 1;
  for (i = 0; i < count; i += length)
    hash = add(hash, word[i] < 0x80 ? (length = 1, word[i]) : scalar_of(word + i, count - i, &length));
  return key_of(hash);
}

void scan_insert_words(const uint8_t *list, size_t count, uint32_t of, ScanWordTable *t) {
  for (size_t i = 0, end; i < count; i = end + 1) {
    const ScanLetters ascii = scan_ascii_letters(list + i, count - i);
    end = i + ascii.count;
    uint64_t key;
    if (ascii.count > 0 && ascii.count < 16 && (end == count || list[end] == ' ')) {
      key = scan_key(ascii.first, ascii.second);
      if (ascii.count > t->longest) t->longest = ascii.count;
      t->beginnings[((ascii.first & 0xFF) - 'a') * 16 + ascii.count] |= of;
    } else {
      while (end < count && list[end] != ' ') end++;
      if (end == i) continue;
      key = listed_key(list + i, end - i);
    }
    size_t slot = scan_slot(key, t->mask);
    while (t->keys[slot] != 0 && t->keys[slot] != key) slot = (slot + 1) & t->mask;
    t->keys[slot] = key;
    t->languages[slot] |= of;
  }
}

/// A word of any letters that begins at `start`, with `ascii`.
__attribute__((noinline)) static ScanWord any_word(
    const uint8_t *bytes, size_t count, size_t start, ScanLetters ascii, const ScanLanguages *t) {
  // What is looked up for each letter is kept out of `word`, for the compiler takes that for memory that may change.
  const uint8_t *const classes = t->classes;
  const uint16_t *const small = t->small;
  const size_t small_count = t->small_count;
  Hash hash = no_letters;
  uint32_t letters_of = UINT32_MAX;
  uint8_t is_latin = 1, is_capitalized = 0, has_inner_capital = 0;
  size_t i = start;
  // What is known of a letter is known of the next one, too, and most words have one class.
  size_t known = SIZE_MAX;
  while (i < count) {
    const uint8_t byte = bytes[i];
    size_t length = 1;
    uint32_t scalar = byte, lower = byte | 0x20;
    if (byte < 0x80) {
      if (lower - 'a' >= 26) break;
    } else {
      scalar = scalar_of(bytes + i, count - i, &length);
      const size_t class = classes[scalar];
      if (class != known) {
        const uint64_t letter = t->letters[class];
        if (class == 0 || letter & SCAN_LETTER_IS_UNSPACED) break;
        if (!(letter & SCAN_LETTER_IS_LATIN)) is_latin = 0;
        letters_of &= (uint32_t)letter;
        known = class;
      }
      lower = scalar < small_count ? small[scalar] : scalar;
    }
    hash = add(hash, lower);
    if (__builtin_expect(scalar != lower, 0)) {
      if (i == start) is_capitalized = 1;
      else has_inner_capital = 1;
    }
    i += length;
    // Most letters beyond ASCII have two bytes, and the next ones are of the same class.
    while (count - i >= 2 && (uint8_t)(bytes[i] - 0xC3) < 0xE0 - 0xC3) {
      scalar = (uint32_t)(bytes[i] & 0x1F) << 6 | (uint32_t)(bytes[i + 1] & 0x3F);
      if (classes[scalar] != known || scalar >= small_count) break;
      lower = small[scalar];
      if (__builtin_expect(scalar != lower, 0)) has_inner_capital = 1;
      hash = add(hash, lower);
      i += 2;
    }
  }
  ScanWord word = {start, i, 0, 0, letters_of == UINT32_MAX ? 0 : letters_of, is_latin,
                   is_capitalized, has_inner_capital};
  const int is_ascii = i - start == ascii.count;
  word.key = is_ascii ? scan_key(ascii.first, ascii.second) : key_of(hash);
  word.function_of = languages_of(word.key, t);
  const size_t width = apostrophe(bytes + i, count - i);
  word.end = i + width;
  if (width > 0) {
    const uint64_t key =
        is_ascii && ascii.count < 16 ? elided_key(ascii) : key_of(add(hash, '\''));
    const uint32_t elided = languages_of(key, t);
    if (elided != 0) word.function_of = elided;
  }
  return word;
}

__attribute__((always_inline)) static inline int next_word(
    const uint8_t *bytes, size_t count, size_t index, const ScanLanguages *t, ScanWord *word) {
  ScanLetters ascii = {0, 0, 0, 0};
  for (size_t i = index; i < count;) {
    const uint8_t byte = bytes[i];
    if (byte < 0x80) {
      if ((uint8_t)((byte | 0x20) - 'a') >= 26) {
        i += 1;
        continue;
      }
      // Most words are these letters alone.
      ascii = scan_ascii_letters(bytes + i, count - i);
      const size_t end = i + ascii.count;
      if (ascii.count < 16 && (end == count || bytes[end] < 0x80)) {
        const uint64_t key = scan_key(ascii.first, ascii.second);
        *word = (ScanWord){
            i, end, key, languages_of(key, t), 0, 1, ascii.capitals & 1, ascii.capitals > 1};
        if (end < count && bytes[end] == '\'' && apostrophe(bytes + end, count - end) > 0) {
          const uint32_t elided = languages_of(elided_key(ascii), t);
          if (elided != 0) word->function_of = elided;
          word->end += 1;
        }
        return 1;
      }
    } else {
      size_t length;
      const size_t class = t->classes[scalar_of(bytes + i, count - i, &length)];
      if (class == 0) {
        i += length;
        continue;
      }
      const uint64_t letter = t->letters[class];
      if (letter & SCAN_LETTER_IS_UNSPACED) {
        *word = (ScanWord){i, i + length, 0, 0, (uint32_t)letter, 0, 0, 0};
        return 1;
      }
    }
    *word = any_word(bytes, count, i, ascii, t);
    return 1;
  }
  return 0;
}

int scan_next_word(
    const uint8_t *bytes, size_t count, size_t index, const ScanLanguages *languages,
    ScanWord *word) {
  return next_word(bytes, count, index, languages, word);
}

static inline int counts(uint32_t languages, uint32_t language, uint32_t other) {
  return (languages & language) != 0 && (languages & other) == 0;
}

/// The first eight bytes of a word in lower case, as those of `ScanLetters`.
static inline uint64_t eight_letters(const uint8_t *bytes) {
  uint64_t letters;
  memcpy(&letters, bytes, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  letters = __builtin_bswap64(letters);
#endif
  return letters | 0x2020202020202020u;
}

/// The bytes of so many letters, eight at most.
static const uint64_t letter_masks[9] = {
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
    0xFFFFFFFFFFFFFFFF,
};

/// The languages that have a word of up to 15 letters of ASCII, none where it is too long; 16 bytes can be read.
static inline uint32_t languages_of_letters(
    const uint8_t *bytes, size_t length, const ScanLanguages *t) {
  if (length > t->longest) return 0;
  if (length <= 8) return languages_of(eight_letters(bytes) & letter_masks[length], t);
  const uint64_t second = eight_letters(bytes + 8) & letter_masks[length - 8];
  return languages_of(scan_key(eight_letters(bytes), second), t);
}

/// The same by runs of ASCII letters alone, by the bits of their first and last letters; it takes the end of
/// `élan` for a word, so that 1 is no proof.
static int may_have_function_words(
    const uint8_t *bytes, size_t count, uint32_t language, uint32_t other, size_t least,
    const ScanLanguages *t) {
  for (size_t i = 0; i < count;) {
    BLOCK80(block, bytes, count, i)
    const uint64_t letters = scan_ascii_letter_bits(block);
    uint64_t starts = letters & ~(letters << 1), ends = ~letters & letters << 1;
    for (; ends != 0; starts &= starts - 1, ends &= ends - 1) {
      const size_t start = (size_t)__builtin_ctzll(starts), end = (size_t)__builtin_ctzll(ends);
      const size_t length = end - start;
      // No function word is as long.
      if (length >= 16) continue;
      const int may_be_elided = block[end] == '\'' || block[end] == 0xE2;
      const size_t letter = (size_t)((block[start] | 0x20) - 'a');
      if ((t->beginnings[letter * 16 + length] & language) == 0 && !may_be_elided) continue;
      if ((counts(languages_of_letters(block + start, length, t), language, other)
           || (may_be_elided && apostrophe(bytes + i + end, count - i - end) > 0
               && counts(
                   languages_of(elided_key(scan_ascii_letters(block + start, length)), t),
                   language, other)))
          && --least == 0)
        return 1;
    }
    // A word that may go on behind the block is looked at as a whole.
    i += starts != 0 && (starts & 1) == 0 ? (size_t)__builtin_ctzll(starts) : 64;
  }
  return 0;
}

int scan_has_function_words(
    const uint8_t *bytes, size_t count, uint32_t language, uint32_t other, size_t least,
    int are_ascii, const ScanLanguages *languages) {
  if (are_ascii && !may_have_function_words(bytes, count, language, other, least, languages))
    return 0;
  ScanWord word;
  for (size_t i = 0; next_word(bytes, count, i, languages, &word); i = word.end)
    if (counts(word.function_of, language, other) && --least == 0) return 1;
  return 0;
}

/// Adds the vote of a word; 0 where the rest of the text does not matter.
static inline int add_vote(
    ScanVotes *votes, int *certain, uint32_t function_of, uint32_t letters_of, int is_small_latin,
    uint32_t language) {
  const uint32_t says = function_of != 0 ? function_of : letters_of;
  if (says & language) {
    votes->own += 1;
    // After three such words, what follows does not matter.
    return !(function_of != 0 || says == language) || ++*certain < 3;
  }
  votes->has_others = says != 0;
  votes->latin += says == 0 && is_small_latin;
  return says == 0;
}

/// Which of 64 bytes are letters of ASCII, and which are none of ASCII.
typedef struct {
  uint64_t ascii, beyond;
} Letters;

static inline Letters letters_of(const uint8_t *block) {
  return (Letters){scan_ascii_letter_bits(block), scan_beyond_ascii(block)};
}

#if defined(__x86_64__)

AVX2 static inline Letters letters_of_avx2(const uint8_t *block) {
  const __m256i first = _mm256_loadu_si256((const __m256i *)block);
  const __m256i second = _mm256_loadu_si256((const __m256i *)(block + 32));
  return (Letters){
      bits_avx2(letters_avx2(first), letters_avx2(second)), bits_avx2(first, second)};
}

#endif

/// Votes of the words of ASCII letters that a block of 80 bytes begins with, by the bits of their first and last
/// letters; `offset` becomes where the first word begins that is another one or goes on behind the block, or 64. 0
/// where the rest does not matter.
__attribute__((always_inline)) static inline int add_block_votes(
    ScanVotes *votes, int *certain, const uint8_t *block, size_t *offset, uint32_t language,
    const ScanLanguages *t, Letters some) {
  const uint64_t letters = some.ascii | some.beyond;
  uint64_t starts = letters & ~(letters << 1), ends = ~letters & letters << 1;
  for (; ends != 0; starts &= starts - 1, ends &= ends - 1) {
    const size_t start = (size_t)__builtin_ctzll(starts), end = (size_t)__builtin_ctzll(ends);
    const size_t length = end - start;
    if (length >= 16 || block[end] == '\''
        || (some.beyond >> start & ~(~(uint64_t)0 << length)) != 0)
      break;
    const uint32_t function_of = languages_of_letters(block + start, length, t);
    if (!add_vote(votes, certain, function_of, 0, block[start] & 0x20, language)) return 0;
  }
  *offset = starts != 0 ? (size_t)__builtin_ctzll(starts) : 64;
  return 1;
}

__attribute__((always_inline)) static inline ScanVotes own_votes(
    const uint8_t *bytes, size_t count, uint32_t language, const ScanLanguages *languages,
    Letters (*letters_of)(const uint8_t *)) {
  ScanVotes votes = {0, 0, 0};
  int certain = 0;
  for (size_t i = 0; i < count;) {
    if (bytes[i] < 0x80) {
      BLOCK80(block, bytes, count, i)
      size_t offset;
      if (!add_block_votes(
              &votes, &certain, block, &offset, language, languages, letters_of(block)))
        break;
      i += offset;
      if (offset == 64) continue;
    }
    ScanWord word;
    if (!next_word(bytes, count, i, languages, &word)
        || !add_vote(
            &votes, &certain, word.function_of, word.letters_of,
            word.is_latin && !word.is_capitalized, language))
      break;
    i = word.end;
    // In scripts other than Latin the next word is one of these, too.
    while (i < count && bytes[i] == ' ') i += 1;
  }
  return votes;
}

#if defined(__x86_64__)

AVX2 static ScanVotes own_votes_avx2(
    const uint8_t *bytes, size_t count, uint32_t language, const ScanLanguages *languages) {
  return own_votes(bytes, count, language, languages, letters_of_avx2);
}

#endif

ScanVotes scan_own_votes(
    const uint8_t *bytes, size_t count, uint32_t language, const ScanLanguages *languages) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return own_votes_avx2(bytes, count, language, languages);
#endif
  return own_votes(bytes, count, language, languages, letters_of);
}
