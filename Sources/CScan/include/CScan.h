// What Swift can't say as fast: looks at 16, 32 or 64 bytes at a time. Short functions are static
// inline, so that the calls vanish into their callers; those that use AVX2 where the processor has
// it are in files of their own, by what they look for.
#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Copies fewer than 80 bytes by a few loads that overlap, without a loop; a call of `memcpy`, which compilers make of
/// one, takes several times as long.
static inline void scan_copy_few(uint8_t *place, const uint8_t *bytes, size_t count) {
#if defined(__SSE2__)
#define SCAN_COPY16(offset)                                                                        \
  _mm_storeu_si128(                                                                                \
      (__m128i *)(place + (offset)), _mm_loadu_si128((const __m128i *)(bytes + (offset))))
  if (count >= 16) {
    SCAN_COPY16(0);
    if (count > 32) SCAN_COPY16(16);
    if (count > 48) SCAN_COPY16(32);
    if (count > 64) SCAN_COPY16(48);
    SCAN_COPY16(count - 16);
  } else if (count >= 8) {
    uint64_t first, last;
    memcpy(&first, bytes, 8);
    memcpy(&last, bytes + count - 8, 8);
    memcpy(place, &first, 8);
    memcpy(place + count - 8, &last, 8);
  } else if (count >= 4) {
    uint32_t first, last;
    memcpy(&first, bytes, 4);
    memcpy(&last, bytes + count - 4, 4);
    memcpy(place, &first, 4);
    memcpy(place + count - 4, &last, 4);
  } else if (count > 0) {
    place[0] = bytes[0];
    place[count / 2] = bytes[count / 2];
    place[count - 1] = bytes[count - 1];
  }
#else
  memcpy(place, bytes, count);
#endif
}

// A block of fewer than 64 bytes is copied and filled up with zeros, which no mask looks for.
#define SCAN_PAD(bytes, count)                                                                     \
  uint8_t padded[64];                                                                              \
  if (count < 64) {                                                                                \
    memset(padded, 0, sizeof padded);                                                              \
    scan_copy_few(padded, bytes, count);                                                           \
    bytes = padded;                                                                                \
  }

/// One bit for each of the next 64 bytes that equals `wanted`, which is not 0; never reads past
/// `count` bytes.
static inline uint64_t scan_equal(const uint8_t *bytes, size_t count, uint8_t wanted) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  SCAN_PAD(bytes, count)
  const __m128i needle = _mm_set1_epi8((char)wanted);
  for (int lane = 0; lane < 4; lane++) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
    const uint64_t bits = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, needle));
    mask |= bits << (16 * lane);
  }
#else
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if (bytes[i] == wanted) mask |= (uint64_t)1 << i;
#endif
  return mask;
}

/// The same for all bytes, 64 to a number; returns how many there are.
size_t scan_matches(const uint8_t *bytes, size_t count, uint8_t wanted, uint64_t *bits);

/// The same as `scan_equal` for a byte in either case, where it is a letter of ASCII.
static inline uint64_t scan_either_case(const uint8_t *bytes, size_t count, uint8_t wanted) {
  uint64_t mask = 0;
  const uint8_t flip = (uint8_t)((wanted | 0x20) - 'a') < 26 ? 0x20 : 0;
#if defined(__SSE2__)
  SCAN_PAD(bytes, count)
  const __m128i needle = _mm_set1_epi8((char)(wanted | flip)), bit = _mm_set1_epi8((char)flip);
  for (int lane = 0; lane < 4; lane++) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
    const uint64_t bits =
        (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_or_si128(block, bit), needle));
    mask |= bits << (16 * lane);
  }
#else
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if ((bytes[i] | flip) == (wanted | flip)) mask |= (uint64_t)1 << i;
#endif
  return mask;
}

/// One bit for each of the next 64 bytes that a gap between words may begin or end with: a space, a
/// line feed, the last byte of a no-break space (and of other characters); never reads past `count`
/// bytes.
static inline uint64_t scan_gaps(const uint8_t *bytes, size_t count) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  SCAN_PAD(bytes, count)
  const __m128i space = _mm_set1_epi8(' '), line = _mm_set1_epi8('\n');
  const __m128i noBreak = _mm_set1_epi8((char)0xA0);
  for (int lane = 0; lane < 4; lane++) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
    const __m128i breaks = _mm_or_si128(_mm_cmpeq_epi8(block, space), _mm_cmpeq_epi8(block, line));
    const __m128i hits = _mm_or_si128(breaks, _mm_cmpeq_epi8(block, noBreak));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(hits) << (16 * lane);
  }
#else
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == 0xA0) mask |= (uint64_t)1 << i;
#endif
  return mask;
}

/// One bit for each of the next 64 bytes that is a bracket or parenthesis, or that one of full width may begin
/// with; never reads past `count` bytes.
uint64_t scan_brackets(const uint8_t *bytes, size_t count);

/// The bytes that may begin, end or be part of Markdown's inline markup.
static inline int scan_is_markup_byte(uint8_t byte) {
  switch (byte) {
  case '\\': case '`': case '*': case '_': case '[': case ']': case '<': case '{': case '%':
  case '$': case ':':
    return 1;
  default:
    return 0;
  }
}

/// One bit for each of the next 64 bytes that is a markup byte; never reads past `count` bytes.
uint64_t scan_markup(const uint8_t *bytes, size_t count);

/// The same for all bytes, 64 to a number.
void scan_all_markup(const uint8_t *bytes, size_t count, uint64_t *bits);

/// One bit for each of the next 64 bytes from `low` to `high`, both ASCII and neither 0; never reads
/// past `count` bytes.
static inline uint64_t scan_range(const uint8_t *bytes, size_t count, uint8_t low, uint8_t high) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  SCAN_PAD(bytes, count)
  const __m128i below = _mm_set1_epi8((char)(low - 1)), above = _mm_set1_epi8((char)(high + 1));
  for (int lane = 0; lane < 4; lane++) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
    const __m128i hits = _mm_and_si128(_mm_cmpgt_epi8(block, below), _mm_cmplt_epi8(block, above));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(hits) << (16 * lane);
  }
#else
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if (bytes[i] >= low && bytes[i] <= high) mask |= (uint64_t)1 << i;
#endif
  return mask;
}

/// One bit for each of 64 bytes that is a letter of ASCII.
static inline uint64_t scan_ascii_letter_bits(const uint8_t *bytes) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  for (int lane = 0; lane < 4; lane++) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
    const __m128i offsets =
        _mm_sub_epi8(_mm_or_si128(block, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    const __m128i hits = _mm_cmpeq_epi8(_mm_min_epu8(offsets, _mm_set1_epi8(25)), offsets);
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(hits) << (16 * lane);
  }
#else
  for (size_t i = 0; i < 64; i++)
    if ((uint8_t)((bytes[i] | 0x20) - 'a') < 26) mask |= (uint64_t)1 << i;
#endif
  return mask;
}

/// One bit for each of 64 bytes that is none of ASCII.
static inline uint64_t scan_beyond_ascii(const uint8_t *bytes) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  for (int lane = 0; lane < 4; lane++) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(block) << (16 * lane);
  }
#else
  for (size_t i = 0; i < 64; i++)
    if (bytes[i] >= 0x80) mask |= (uint64_t)1 << i;
#endif
  return mask;
}

/// Where the parts of a name join, in masks of the same 64 bytes and with the byte before them.
static inline uint64_t scan_join(
    uint64_t capitals, uint64_t letters, uint64_t digits, uint64_t dots, uint8_t before) {
  const int followsDigit = before >= '0' && before <= '9';
  const int followsLetter = (before | 0x20) >= 'a' && (before | 0x20) <= 'z';
  const uint64_t afterDigit = digits << 1 | (uint64_t)followsDigit;
  const uint64_t afterWord = afterDigit | letters << 1 | (uint64_t)followsLetter;
  return (capitals & afterWord) | (dots & afterWord) | (letters & afterDigit);
}

/// One bit for each of the next 64 bytes that joins the parts of a name: a capital or a dot right
/// after a letter or digit, a letter right after a digit. `before` is the byte before the first.
static inline uint64_t scan_joints(const uint8_t *bytes, size_t count, uint8_t before) {
#if defined(__SSE2__)
  SCAN_PAD(bytes, count)
  if (count < 64) count = 64;
#endif
  const uint64_t capitals = scan_range(bytes, count, 'A', 'Z');
  const uint64_t letters = capitals | scan_range(bytes, count, 'a', 'z');
  const uint64_t digits = scan_range(bytes, count, '0', '9');
  return scan_join(capitals, letters, digits, scan_equal(bytes, count, '.'), before);
}

/// Whether a byte other than a letter or digit is a mark: what only names that are typed as they are
/// have, as the hyphen of `-Option` and `Get-Item`, with the bytes before and after it.
__attribute__((always_inline)) static inline int scan_is_mark(
    uint8_t before, uint8_t byte, uint8_t after) {
  const int word_before = (uint8_t)((before | 0x20) - 'a') < 26 || (uint8_t)(before - '0') < 10;
  const int letter_after = (uint8_t)((after | 0x20) - 'a') < 26;
  switch (byte) {
  case '_':
    return (word_before || before == 0x1A) && (letter_after || (uint8_t)(after - '0') < 10);
  case '\\': return after > 0x20;
  case '@': return word_before && letter_after;
  case '%': return (uint8_t)(after - '0') < 10;
  case '-':
    if (after == '>' || after == '&') return 1;
    return word_before ? (uint8_t)(after - 'A') < 26 || (uint8_t)(before - '0') < 10
                       : letter_after || after == '-';
  case '/': return before < 0x80 && !word_before && letter_after;
  case '(': return word_before && after == ')';
  case ':': return after == ':';
  case '=': return after == '>' || after == '&';
  case '*': return after == '.';
  case '.': return !word_before && (letter_after || after == '/');
  default: return 0;
  }
}

/// One bit for each of the 64 bytes of a text from `offset` on that is a joint or a mark.
uint64_t scan_names(const uint8_t *bytes, size_t count, size_t offset);

/// The run of ASCII letters that a text begins with.
typedef struct {
  /// The letters in lower case, eight in each, the first in the lowest byte; zeros fill it up.
  uint64_t first, second;
  /// How many there are, at most 16.
  uint32_t count;
  /// A bit for each that is a capital.
  uint32_t capitals;
} ScanLetters;

/// Looks at the first 16 of `count` bytes and never reads past them.
static inline ScanLetters scan_ascii_letters(const uint8_t *bytes, size_t count) {
#if defined(__SSE2__)
  uint8_t padded[16];
  if (count < 16) {
    memset(padded, 0, sizeof padded);
    memcpy(padded, bytes, count);
    bytes = padded;
  }
  const __m128i block = _mm_loadu_si128((const __m128i *)bytes);
  const __m128i small = _mm_or_si128(block, _mm_set1_epi8(0x20));
  const __m128i offsets = _mm_sub_epi8(small, _mm_set1_epi8('a'));
  const __m128i isLetter = _mm_cmpeq_epi8(_mm_min_epu8(offsets, _mm_set1_epi8(25)), offsets);
  const uint32_t run =
      (uint32_t)__builtin_ctz(~(uint32_t)_mm_movemask_epi8(isLetter) | (uint32_t)1 << 16);
  // Small letters have bit 5; each is moved to where a mask takes it from.
  const uint32_t lower = (uint32_t)_mm_movemask_epi8(_mm_slli_epi16(block, 2));
  const uint64_t first = (uint64_t)_mm_cvtsi128_si64(small);
  const uint64_t second = (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(small, small));
  const uint64_t all = ~(uint64_t)0;
  const ScanLetters letters = {
      run >= 8 ? first : first & ~(all << 8 * run),
      run >= 16 ? second : run > 8 ? second & ~(all << 8 * (run - 8)) : 0, run,
      ~lower & (((uint32_t)1 << run) - 1)};
  return letters;
#else
  ScanLetters letters = {0, 0, 0, 0};
  const uint32_t end = count < 16 ? (uint32_t)count : 16;
  while (letters.count < end) {
    const uint32_t i = letters.count;
    const uint8_t small = bytes[i] | 0x20;
    if ((uint8_t)(small - 'a') >= 26) break;
    if (small != bytes[i]) letters.capitals |= (uint32_t)1 << i;
    if (i < 8) letters.first |= (uint64_t)small << 8 * i;
    else letters.second |= (uint64_t)small << 8 * (i - 8);
    letters.count += 1;
  }
  return letters;
#endif
}

/// Whether a text is printable ASCII without quotes, colons, number signs and backslashes, which in YAML
/// may mean something.
static inline int scan_is_flat(const uint8_t *bytes, size_t count) {
#if defined(__SSE2__)
  uint8_t padded[16];
  if (count < 16) {
    memset(padded, ' ', sizeof padded);
    memcpy(padded, bytes, count);
    bytes = padded;
    count = 16;
  }
  // Bytes beyond ASCII are negative.
  __m128i odd = _mm_setzero_si128();
  for (size_t offset = 0; offset < count; offset += 16) {
    // The last block begins among bytes that were looked at.
    if (offset > count - 16) offset = count - 16;
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + offset));
    odd = _mm_or_si128(odd, _mm_cmplt_epi8(block, _mm_set1_epi8(0x20)));
    for (const char *sign = "\"#':\\\x7F"; *sign != 0; sign++)
      odd = _mm_or_si128(odd, _mm_cmpeq_epi8(block, _mm_set1_epi8(*sign)));
  }
  return _mm_movemask_epi8(odd) == 0;
#else
  for (size_t i = 0; i < count; i++)
    if (bytes[i] < 0x20 || bytes[i] >= 0x7F || bytes[i] == '"' || bytes[i] == '#'
        || bytes[i] == '\'' || bytes[i] == ':' || bytes[i] == '\\')
      return 0;
  return 1;
#endif
}

/// Copies a text to where there is place for it. The libraries' `memcpy` copies what is longer than
/// some thousand bytes by one instruction of the processor that takes as long, and that tools which
/// count instructions count once a byte.
static inline void scan_copy(const uint8_t *bytes, size_t count, uint8_t *place) {
  size_t i = 0;
#if defined(__SSE2__)
  for (; count - i >= 64; i += 64)
    for (int lane = 0; lane < 64; lane += 16)
      _mm_storeu_si128(
          (__m128i *)(place + i + lane), _mm_loadu_si128((const __m128i *)(bytes + i + lane)));
#endif
  if (i < count) memcpy(place + i, bytes + i, count - i);
}

/// Whether two runs of `count` bytes are the same.
static inline int scan_is_equal(const uint8_t *bytes, const uint8_t *other, size_t count) {
  return memcmp(bytes, other, count) == 0;
}

/// The offset of the first `wanted` in `bytes`, or `count`.
static inline size_t scan_find_byte(const uint8_t *bytes, size_t count, uint8_t wanted) {
  const void *found = count ? memchr(bytes, wanted, count) : NULL;
  return found ? (size_t)((const uint8_t *)found - bytes) : count;
}

/// The offset of the first byte that may end the address of a link, or `count`: a control character, a
/// space, `(`, `)` or `\`.
static inline size_t scan_find_end_of_address(const uint8_t *bytes, size_t count) {
  size_t i = 0;
#if defined(__SSE2__)
  const __m128i space = _mm_set1_epi8(0x20), backslash = _mm_set1_epi8('\\');
  for (; i + 16 <= count; i += 16) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + i));
    const __m128i low = _mm_cmpeq_epi8(_mm_max_epu8(block, space), space);
    // `(` and `)` differ in the last bit.
    const __m128i parenthesis =
        _mm_cmpeq_epi8(_mm_or_si128(block, _mm_set1_epi8(1)), _mm_set1_epi8(')'));
    const __m128i found =
        _mm_or_si128(_mm_or_si128(low, parenthesis), _mm_cmpeq_epi8(block, backslash));
    const int mask = _mm_movemask_epi8(found);
    if (mask != 0) return i + (size_t)__builtin_ctz((unsigned)mask);
  }
#endif
  for (; i < count; i++)
    if (bytes[i] <= 0x20 || (bytes[i] | 1) == ')' || bytes[i] == '\\') break;
  return i;
}

/// The first part of `scan_find`, 64 offsets at a time; 0 where the processor has no AVX2.
/// `wanted`, which has `last` + 1 bytes, may begin at the offsets below `starts`; it begins at none
/// of those before the one returned, from which the search goes on.
size_t scan_find_far(const uint8_t *bytes, size_t starts, const uint8_t *wanted, size_t last);

/// The offset of the first `wanted`, which has two bytes or more, in `bytes`, or `count`. 16
/// offsets at a time are looked at for its first byte and, `last` further on, its last one; where
/// both are there, the rest is compared.
static inline size_t scan_find(
    const uint8_t *bytes, size_t count, const uint8_t *wanted, size_t wanted_count) {
  if (wanted_count > count) return count;
  const size_t last = wanted_count - 1, starts = count - last;
  size_t offset = starts < 256 ? 0 : scan_find_far(bytes, starts, wanted, last);
#if defined(__SSE2__)
  const __m128i head = _mm_set1_epi8((char)wanted[0]);
  const __m128i tail = _mm_set1_epi8((char)wanted[last]);
  for (; starts >= 16 && offset < starts; offset += 16) {
    // The last block begins among offsets where nothing was found.
    if (offset > starts - 16) offset = starts - 16;
    const __m128i heads = _mm_loadu_si128((const __m128i *)(bytes + offset));
    const __m128i tails = _mm_loadu_si128((const __m128i *)(bytes + offset + last));
    const __m128i both = _mm_and_si128(_mm_cmpeq_epi8(heads, head), _mm_cmpeq_epi8(tails, tail));
    uint32_t mask = (uint32_t)_mm_movemask_epi8(both);
    for (; mask != 0; mask &= mask - 1) {
      const size_t found = offset + (size_t)__builtin_ctz(mask);
      if (memcmp(bytes + found + 1, wanted + 1, last) == 0) return found;
    }
  }
#endif
  for (; offset < starts; offset++)
    if (bytes[offset] == wanted[0] && memcmp(bytes + offset, wanted, wanted_count) == 0)
      return offset;
  return count;
}

/// Whether two characters may stand side by side that begin with E3 80 or EF BC, as the punctuation of
/// Chinese and Japanese does, and little else.
int scan_may_pair_marks(const uint8_t *bytes, size_t count);

/// The offset of the first that is one of four bytes, none of which is 0, or `count`.
static inline size_t scan_find_any(
    const uint8_t *bytes, size_t count, uint8_t a, uint8_t b, uint8_t c, uint8_t d) {
  size_t offset = 0;
#if defined(__SSE2__)
  const __m128i one = _mm_set1_epi8((char)a), two = _mm_set1_epi8((char)b);
  const __m128i three = _mm_set1_epi8((char)c), four = _mm_set1_epi8((char)d);
  for (; count >= 16 && offset < count; offset += 16) {
    // The last block begins among bytes that are none of them.
    if (offset > count - 16) offset = count - 16;
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + offset));
    const __m128i hits = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(block, one), _mm_cmpeq_epi8(block, two)),
        _mm_or_si128(_mm_cmpeq_epi8(block, three), _mm_cmpeq_epi8(block, four)));
    const uint32_t mask = (uint32_t)_mm_movemask_epi8(hits);
    if (mask != 0) return offset + (size_t)__builtin_ctz(mask);
  }
#endif
  for (; offset < count; offset++)
    if (bytes[offset] == a || bytes[offset] == b || bytes[offset] == c || bytes[offset] == d)
      return offset;
  return count;
}

/// The offset of the first byte that is no printable character of ASCII or is one of three, or `count`.
static inline size_t scan_special(
    const uint8_t *bytes, size_t count, uint8_t a, uint8_t b, uint8_t c) {
  size_t offset = 0;
#if defined(__SSE2__)
  // Compared as signed numbers, bytes beyond ASCII are less than a space, too.
  const __m128i space = _mm_set1_epi8(' '), erase = _mm_set1_epi8(0x7F);
  const __m128i one = _mm_set1_epi8((char)a), two = _mm_set1_epi8((char)b);
  const __m128i three = _mm_set1_epi8((char)c);
  for (; count >= 16 && offset < count; offset += 16) {
    // The last block begins among bytes that are none of them.
    if (offset > count - 16) offset = count - 16;
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + offset));
    const __m128i hits = _mm_or_si128(
        _mm_or_si128(_mm_cmplt_epi8(block, space), _mm_cmpeq_epi8(block, erase)),
        _mm_or_si128(
            _mm_cmpeq_epi8(block, one),
            _mm_or_si128(_mm_cmpeq_epi8(block, two), _mm_cmpeq_epi8(block, three))));
    const uint32_t mask = (uint32_t)_mm_movemask_epi8(hits);
    if (mask != 0) return offset + (size_t)__builtin_ctz(mask);
  }
#endif
  for (; offset < count; offset++)
    if (bytes[offset] < 0x20 || bytes[offset] >= 0x7F || bytes[offset] == a || bytes[offset] == b
        || bytes[offset] == c)
      return offset;
  return count;
}

/// The offset of the first LF or CR in `bytes`, or `count`.
static inline size_t scan_line_end(const uint8_t *bytes, size_t count) {
  size_t offset = 0;
#if defined(__SSE2__)
  const __m128i feed = _mm_set1_epi8('\n'), back = _mm_set1_epi8('\r');
  for (; count >= 32 && offset < count; offset += 32) {
    // The last block begins among bytes that are neither.
    if (offset > count - 32) offset = count - 32;
    const __m128i left = _mm_loadu_si128((const __m128i *)(bytes + offset));
    const __m128i right = _mm_loadu_si128((const __m128i *)(bytes + offset + 16));
    const __m128i first = _mm_or_si128(_mm_cmpeq_epi8(left, feed), _mm_cmpeq_epi8(left, back));
    const __m128i second = _mm_or_si128(_mm_cmpeq_epi8(right, feed), _mm_cmpeq_epi8(right, back));
    const uint32_t mask =
        (uint32_t)_mm_movemask_epi8(first) | (uint32_t)_mm_movemask_epi8(second) << 16;
    if (mask != 0) return offset + (size_t)__builtin_ctz(mask);
  }
#endif
  for (; offset < count; offset++)
    if (bytes[offset] == '\n' || bytes[offset] == '\r') return offset;
  return count;
}

/// Whether bytes are UTF-8 as the Unicode Standard 15 has it, § 3.9, table 3-7.
int scan_is_utf8(const uint8_t *bytes, size_t count);

/// The same, a byte at a time: for other processors, and for tests to compare the vectors with.
int scan_is_utf8_scalar(const uint8_t *bytes, size_t count);

/// A suspect is where a character may begin that damages a text: a control, a carriage return without
/// a line feed, U+FFFD, a bidirectional control, something invisible, a private-use character, UTF-8
/// that was read as Windows-1252, or a Latin letter beside a Cyrillic or Greek one; or a run of the
/// marks that begin the lines of a merge conflict or of a directive. There may be too many of them, never too few.
///
/// The offset of the next block of 64 bytes in which suspects begin, counted from `from` on, with a
/// bit for each in `mask`; `count` when there is none.
size_t scan_suspects(const uint8_t *bytes, size_t count, size_t from, uint64_t *mask);

enum {
  // What `scan_words` finds.
  /// A capital or a dot that joins the parts of a name, or a letter that does so after a digit; not in
  /// what is all capitals.
  SCAN_HAS_JOINT = 1,
  /// A dot between two digits.
  SCAN_HAS_DECIMAL = 2,
  SCAN_HAS_DIGIT = 4,
  /// A mark: see `scan_is_mark`.
  SCAN_HAS_MARK = 8,
  /// What stands in prose for markup: U+001A.
  SCAN_HAS_BLANK = 16,
  /// Two capitals in a row.
  SCAN_HAS_CAPITALS = 32,
  // What `scan_pieces` finds.
  /// `<`, `{`, `&` or `=`.
  SCAN_HAS_MARKUP = 1,
  /// `]`.
  SCAN_HAS_CLOSING = 2,
  /// A bracket or parenthesis, or what one of full width may begin with.
  SCAN_HAS_BRACKETS = 4,
  /// `#`.
  SCAN_HAS_NUMBER_SIGN = 8,
  /// A comma or full stop right behind another one, a full stop behind one and a space, or a comma behind
  /// a space or at the beginning.
  SCAN_HAS_DOUBLED_MARKS = 16,
};

/// What a text has of joints, decimals, digits and marks: a full stop before white space or the end joins nothing.
uint32_t scan_words(const uint8_t *bytes, size_t count);

/// What a text has of the bytes that leaked markup and pieces of links begin with.
uint32_t scan_pieces(const uint8_t *bytes, size_t count);

/// How many scalars there are that are neither white space nor `blank`: each counts by its first
/// byte.
size_t scan_letters(const uint8_t *bytes, size_t count, uint8_t blank);

/// How many runs between gaps, white space or U+001A, hold a letter or digit, in ASCII or beyond it.
size_t scan_tokens(const uint8_t *bytes, size_t count);

/// What `scan_string` tells of the bytes that it passes.
enum {
  SCAN_DOLLAR = 1,
  SCAN_PERCENT = 2,
  SCAN_LESS = 4,
  SCAN_BACKTICK = 8,
  SCAN_BRACE = 16,
  SCAN_BAR = 32,
  SCAN_BRACKET = 64,
  SCAN_COLON = 128,
};

/// The offset of the first quotation mark, backslash, LF or CR, or `count`; adds to `marks` which of the bytes above
/// stand before it: `$ % < ` { | ] :`.
size_t scan_string(const uint8_t *bytes, size_t count, uint8_t *marks);

/// How many UTF-16 code units a text takes that is UTF-8: one for each scalar, two for those above
/// U+FFFF.
size_t scan_utf16_units(const uint8_t *bytes, size_t count);

/// Whether some run of bytes stands before white space and again right behind it, what stands
/// before its last blank and the ASCII punctuation that it begins with left out, and the letter case of its first character.
/// Few sentences have that, and only these can have a word twice.
int scan_may_double(const uint8_t *bytes, size_t count, uint8_t blank);

/// What is known of letters and words in a number of languages, each of which is a bit.
typedef struct {
  /// For each scalar of the Basic Multilingual Plane the index of what is known of it; 0 for what is
  /// no letter.
  const uint8_t *classes;
  /// For each such index the languages that write the letter, and `SCAN_LETTER_…`.
  const uint64_t *letters;
  /// The small letters of the first `small_count` scalars; all others are their own.
  const uint16_t *small;
  size_t small_count;
  /// An open hash table of words, `mask` + 1 long, a power of two: their keys, and in `languages` what
  /// is a bit for each language that has the word. A slot without a word has the key 0.
  const uint64_t *keys;
  const uint32_t *languages;
  size_t mask;
  /// How many letters the longest word has that is of letters of ASCII.
  size_t longest;
  /// For each letter of ASCII, 16 lengths: the languages that have such a word which begins with the letter and is
  /// as long.
  const uint32_t *beginnings;
} ScanLanguages;

/// Of the Latin script.
#define SCAN_LETTER_IS_LATIN 0x100000000u
/// Of a script that puts no space between words: each letter counts as a word.
#define SCAN_LETTER_IS_UNSPACED 0x200000000u

/// The key of a word of up to 16 ASCII letters: they themselves, where there are no more than eight.
static inline uint64_t scan_key(uint64_t first, uint64_t second) {
  return second == 0 ? first
                     : (first ^ second * 0x9E3779B97F4A7C15u) | (uint64_t)1 << 63;
}

/// The slot at which the search for a word begins. Short words leave the upper bits of their keys nearly
/// alike; multiplied they differ.
static inline size_t scan_slot(uint64_t key, size_t mask) {
  return (size_t)(key * 0x9E3779B97F4A7C15u >> 40) & mask;
}

/// The words of `ScanLanguages` while they are put in.
typedef struct {
  uint64_t *keys;
  uint32_t *languages;
  size_t mask, longest;
  uint32_t *beginnings;
} ScanWordTable;

/// Puts the words of a list, which are in lower case with a space between them, into a table that has room
/// for twice as many: as words of the languages `of`.
void scan_insert_words(const uint8_t *list, size_t count, uint32_t of, ScanWordTable *table);

/// A run of letters, and what it tells of the language; in scripts without spaces, one letter.
typedef struct {
  /// Where it begins and ends, with the apostrophe of an elided word.
  size_t start, end;
  /// What tells its letters in lower case from those of others: see `scan_key`; of other words the hash
  /// (FNV-1a) of their scalars, with the highest bit set; 0 for a letter of a script without spaces.
  uint64_t key;
  /// The languages that have the word in their table.
  uint32_t function_of;
  /// The languages that write all its letters; none when all do that write Latin.
  uint32_t letters_of;
  uint8_t is_latin, is_capitalized, has_inner_capital;
} ScanWord;

/// The next word of a text at or after `index`; 0 when there is none.
int scan_next_word(
    const uint8_t *bytes, size_t count, size_t index, const ScanLanguages *languages, ScanWord *word);

/// What the words of a text vote for.
typedef struct {
  /// Words of the language.
  size_t own;
  /// Words in lower case in Latin letters that vote for none.
  size_t latin;
  /// Whether a word may vote for another language; then the rest says nothing.
  int has_others;
} ScanVotes;

/// Counts the words of a text up to the third that only `language`, a bit, has.
ScanVotes scan_own_votes(
    const uint8_t *bytes, size_t count, uint32_t language, const ScanLanguages *languages);

/// Whether a text has `least` function words of one language, a bit, that are not `other`'s, too;
/// `are_ascii` says that all of that language are of ASCII letters.
int scan_has_function_words(
    const uint8_t *bytes, size_t count, uint32_t language, uint32_t other, size_t least,
    int are_ascii, const ScanLanguages *languages);

#endif
