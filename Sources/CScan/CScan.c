#include "CScan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

int scan_is_utf8_scalar(const uint8_t *bytes, size_t count) {
  size_t i = 0;
  while (i < count) {
    const uint8_t lead = bytes[i];
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    size_t length;
    uint8_t low = 0x80, high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      length = 2;
    } else if ((lead & 0xF0) == 0xE0) {
      length = 3;
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      length = 4;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    } else {
      return 0;
    }
    if (count - i < length || bytes[i + 1] < low || bytes[i + 1] > high) return 0;
    for (size_t k = 2; k < length; k++)
      if ((bytes[i + k] & 0xC0) != 0x80) return 0;
    i += length;
  }
  return 1;
}

#if defined(__x86_64__)

// The lookup of Keiser and Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte" (2021):
// each fault of two bytes in a row is a bit. Three tables tell which faults are possible, by the
// high and the low nibble of the first byte and the high nibble of the second; one that all three
// tell is there.
enum {
  TOO_SHORT = 1,
  TOO_LONG = 2,
  OVERLONG_3 = 4,
  TOO_LARGE = 8,
  SURROGATE = 16,
  OVERLONG_2 = 32,
  TOO_LARGE_1000 = 64,
  OVERLONG_4 = 64,
  TWO_CONTINUATIONS = 128,
  // Faults that the low nibble of the first byte does not matter for.
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
  LARGE = CARRY | TOO_LARGE | TOO_LARGE_1000,
};

#define TABLE(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))
#define AVX2 __attribute__((target("avx2,popcnt")))

/// The bytes that stand `distance` before each of `block`.
#define BEFORE(block, previous, distance)                                                          \
  _mm256_alignr_epi8(block, _mm256_permute2x128_si256(previous, block, 0x21), 16 - (distance))

/// For each byte of `block` the faults that it and the bytes before it make; 0 for none.
AVX2 static __m256i faults(__m256i block, __m256i previous) {
  const __m256i firstHigh = TABLE(
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
      (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS,
      (char)TWO_CONTINUATIONS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
      TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
  const __m256i firstLow = TABLE(
      (char)(CARRY | OVERLONG_2 | OVERLONG_3 | OVERLONG_4), (char)(CARRY | OVERLONG_2),
      (char)CARRY, (char)CARRY, (char)(CARRY | TOO_LARGE), (char)LARGE, (char)LARGE, (char)LARGE,
      (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE, (char)(LARGE | SURROGATE),
      (char)LARGE, (char)LARGE);
  const int any = TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS;
  const __m256i secondHigh = TABLE(
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
      (char)(any | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4), (char)(any | OVERLONG_3 | TOO_LARGE),
      (char)(any | SURROGATE | TOO_LARGE), (char)(any | SURROGATE | TOO_LARGE), TOO_SHORT,
      TOO_SHORT, TOO_SHORT, TOO_SHORT);
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  const __m256i first = BEFORE(block, previous, 1);
  const __m256i pairs = _mm256_and_si256(
      _mm256_and_si256(
          _mm256_shuffle_epi8(firstHigh, _mm256_and_si256(_mm256_srli_epi16(first, 4), nibble)),
          _mm256_shuffle_epi8(firstLow, _mm256_and_si256(first, nibble))),
      _mm256_shuffle_epi8(secondHigh, _mm256_and_si256(_mm256_srli_epi16(block, 4), nibble)));
  // Two continuations in a row are right where a sequence of three or four bytes began before them.
  const __m256i third =
      _mm256_subs_epu8(BEFORE(block, previous, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
  const __m256i fourth =
      _mm256_subs_epu8(BEFORE(block, previous, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
  const __m256i wanted =
      _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(wanted, pairs);
}

/// Not zero where a block ends inside a sequence.
AVX2 static __m256i unfinished(__m256i block) {
  const __m256i most = _mm256_setr_epi8(
      -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
      -1, -1, -1, -1, -1, -1, (char)(0xF0 - 1), (char)(0xE0 - 1), (char)(0xC0 - 1));
  return _mm256_subs_epu8(block, most);
}

AVX2 static int is_utf8_avx2(const uint8_t *bytes, size_t count) {
  __m256i previous = _mm256_setzero_si256(), open = previous, found = previous;
  uint8_t rest[32] = {0};
  for (size_t i = 0; i < count; i += 32) {
    const uint8_t *start = bytes + i;
    if (count - i < 32) {
      memcpy(rest, start, count - i);
      start = rest;
    }
    const __m256i block = _mm256_loadu_si256((const __m256i *)start);
    if (_mm256_movemask_epi8(block) == 0) {
      found = _mm256_or_si256(found, open);
      open = _mm256_setzero_si256();
    } else {
      found = _mm256_or_si256(found, faults(block, previous));
      open = unfinished(block);
    }
    previous = block;
  }
  found = _mm256_or_si256(found, open);
  return _mm256_testz_si256(found, found);
}

int scan_is_utf8(const uint8_t *bytes, size_t count) {
  return __builtin_cpu_supports("avx2") ? is_utf8_avx2(bytes, count)
                                        : scan_is_utf8_scalar(bytes, count);
}

#else

int scan_is_utf8(const uint8_t *bytes, size_t count) { return scan_is_utf8_scalar(bytes, count); }

#endif

static int is_suspect(uint8_t first, uint8_t second, uint8_t third) {
  if (first == '\r') return second != '\n';
  if (first < 0x20) return first != '\n' && first != '\t';
  if (first < 0x80)
    return first == 0x7F
           || (first == second && second == third
               && (first == '<' || first == '>' || first == ':'))
           || (((first | 0x20) >= 'a' && (first | 0x20) <= 'z') && second >= 0xCD && second <= 0xD1);
  switch (first) {
  case 0xC2: return second < 0xA0 || second == 0xAD;
  case 0xC3: return third >= 0xC2;
  case 0xCD: case 0xCE: case 0xCF: case 0xD0: case 0xD1:
    return (third | 0x20) >= 'a' && (third | 0x20) <= 'z';
  case 0xE2:
    return (second == 0x80 && (third == 0x8B || (third >= 0xAA && third <= 0xAE)))
           || second == 0x81;
  case 0xEE: case 0xF3: case 0xF4: return 1;
  case 0xEF: return second < 0xA4 || second == 0xBB || second == 0xBF;
  default: return 0;
  }
}

#if defined(__x86_64__)

// Comparisons are signed: 0x80 to 0xFF count as -128 to -1.
#define EQ8(block, value) _mm256_cmpeq_epi8(block, _mm256_set1_epi8((char)(value)))
#define BELOW8(block, value) _mm256_cmpgt_epi8(_mm256_set1_epi8((char)(value)), block)
#define FROM8(block, value) _mm256_cmpgt_epi8(block, _mm256_set1_epi8((char)((value)-1)))
#define OR8 _mm256_or_si256
#define AND8 _mm256_and_si256

/// One bit for each of 32 bytes at which a suspect begins; it looks two bytes further.
AVX2 static uint64_t suspects_avx2(const uint8_t *start) {
  const __m256i one = _mm256_loadu_si256((const __m256i *)start);
  const __m256i two = _mm256_loadu_si256((const __m256i *)(start + 1));
  const __m256i three = _mm256_loadu_si256((const __m256i *)(start + 2));
  // Bits: 1 and 2 for controls, 4 for U+007F, 8 for the marks of runs, 16 for a carriage return; see
  // `markup_avx2`.
  const __m256i low =
      TABLE(3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2 | 8, 3, 3 | 8, 2 | 16, 3 | 8, 3 | 4);
  const __m256i high = TABLE(1 | 16, 2, 0, 8, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i nibble = AND8(_mm256_srli_epi16(one, 4), _mm256_set1_epi8(0x0F));
  const __m256i classes =
      AND8(_mm256_shuffle_epi8(low, one), _mm256_shuffle_epi8(high, nibble));
  // A mark counts in a run of three, and a carriage return without a line feed behind it.
  const __m256i isRun = AND8(_mm256_cmpeq_epi8(one, two), _mm256_cmpeq_epi8(two, three));
  const __m256i wanted = OR8(
      OR8(_mm256_set1_epi8(7), AND8(isRun, _mm256_set1_epi8(8))),
      _mm256_andnot_si256(EQ8(two, '\n'), _mm256_set1_epi8(16)));
  const __m256i none = _mm256_cmpeq_epi8(AND8(classes, wanted), _mm256_setzero_si256());
  const uint32_t ascii = ~(uint32_t)_mm256_movemask_epi8(none);
  // All else has to do with bytes beyond ASCII, and most text has none.
  if (_mm256_movemask_epi8(OR8(one, OR8(two, three))) == 0) return ascii;
  const __m256i isMixed = AND8(FROM8(one, 0x41), AND8(FROM8(two, 0xCD), BELOW8(two, 0xD2)));
  __m256i hits = OR8(isMixed, AND8(EQ8(one, 0xC2), OR8(BELOW8(two, 0xA0), EQ8(two, 0xAD))));
  hits = OR8(hits, AND8(EQ8(one, 0xC3), AND8(FROM8(three, 0xC2), BELOW8(three, 0))));
  hits = OR8(hits, AND8(AND8(FROM8(one, 0xCD), BELOW8(one, 0xD2)), FROM8(three, 0x41)));
  const __m256i isBidi =
      AND8(EQ8(two, 0x80), OR8(EQ8(three, 0x8B), AND8(FROM8(three, 0xAA), BELOW8(three, 0xAF))));
  hits = OR8(hits, AND8(EQ8(one, 0xE2), OR8(isBidi, EQ8(two, 0x81))));
  hits = OR8(hits, OR8(EQ8(one, 0xEE), OR8(EQ8(one, 0xF3), EQ8(one, 0xF4))));
  hits =
      OR8(hits, AND8(EQ8(one, 0xEF), OR8(BELOW8(two, 0xA4), OR8(EQ8(two, 0xBB), EQ8(two, 0xBF)))));
  return ascii | (uint32_t)_mm256_movemask_epi8(hits);
}

/// Where the first block with suspects begins of those that can be read whole, or where these end.
AVX2 static size_t next_suspects_avx2(
    const uint8_t *bytes, size_t count, size_t block, uint64_t *mask) {
  for (; count >= 66 && block <= count - 66; block += 64) {
    *mask = suspects_avx2(bytes + block) | suspects_avx2(bytes + block + 32) << 32;
    if (*mask != 0) break;
  }
  return block;
}

#endif

size_t scan_suspects(const uint8_t *bytes, size_t count, size_t from, uint64_t *mask) {
  size_t block = from;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    *mask = 0;
    block = next_suspects_avx2(bytes, count, block, mask);
    if (*mask != 0) return block;
  }
#endif
  for (; block < count; block += 64) {
    uint64_t found = 0;
    const size_t end = count - block < 64 ? count : block + 64;
    for (size_t i = block; i < end; i++) {
      const uint8_t second = i + 1 < count ? bytes[i + 1] : 0;
      const uint8_t third = i + 2 < count ? bytes[i + 2] : 0;
      if (is_suspect(bytes[i], second, third)) found |= (uint64_t)1 << (i - block);
    }
    if (found != 0) {
      *mask = found;
      return block;
    }
  }
  return count;
}

#if defined(__x86_64__)

/// The part of `scan_matches` that is whole blocks of 64 bytes.
AVX2 static size_t matches_avx2(
    const uint8_t *bytes, size_t blocks, uint8_t wanted, uint64_t *bits) {
  const __m256i needle = _mm256_set1_epi8((char)wanted);
  size_t found = 0;
  for (size_t block = 0; block < blocks; block++) {
    const __m256i *here = (const __m256i *)(bytes + 64 * block);
    const __m256i low = _mm256_cmpeq_epi8(_mm256_loadu_si256(here), needle);
    const __m256i high = _mm256_cmpeq_epi8(_mm256_loadu_si256(here + 1), needle);
    const uint64_t mask = (uint32_t)_mm256_movemask_epi8(low)
                          | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
    bits[block] = mask;
    found += (size_t)__builtin_popcountll(mask);
  }
  return found;
}

#endif

size_t scan_matches(const uint8_t *bytes, size_t count, uint8_t wanted, uint64_t *bits) {
  size_t block = 0, found = 0;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    block = count / 64;
    found = matches_avx2(bytes, block, wanted, bits);
  }
#endif
  for (; 64 * block < count; block++) {
    bits[block] = scan_equal(bytes + 64 * block, count - 64 * block, wanted);
    found += (size_t)__builtin_popcountll(bits[block]);
  }
  return found;
}

#if defined(__x86_64__)

/// One bit for each of 32 bytes that is a markup byte. `low`, by the low nibble, and `high`, by the
/// high one, have a bit in common for these bytes and no others; for a byte beyond ASCII `low`
/// gives 0.
AVX2 static uint64_t markup_avx2(const uint8_t *bytes) {
  // Bits: 1 for 2x, 2 for 3x, 4 for 5x, 8 for 6x, 16 for 7x.
  const __m256i low = TABLE(8, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1 | 2, 4 | 16, 2 | 4, 4, 0, 4);
  const __m256i high = TABLE(0, 0, 1, 2, 0, 4, 8, 16, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i nibble = _mm256_and_si256(_mm256_srli_epi16(block, 4), _mm256_set1_epi8(0x0F));
  const __m256i both =
      _mm256_and_si256(_mm256_shuffle_epi8(low, block), _mm256_shuffle_epi8(high, nibble));
  const __m256i none = _mm256_cmpeq_epi8(both, _mm256_setzero_si256());
  return ~(uint32_t)_mm256_movemask_epi8(none);
}

AVX2 static uint64_t markup_block_avx2(const uint8_t *bytes) {
  return (uint32_t)markup_avx2(bytes) | markup_avx2(bytes + 32) << 32;
}

#endif

uint64_t scan_markup(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    SCAN_PAD(bytes, count)
    return markup_block_avx2(bytes);
  }
#endif
  uint64_t mask = 0;
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if (scan_is_markup_byte(bytes[i])) mask |= (uint64_t)1 << i;
  return mask;
}

#if defined(__x86_64__)

/// The part of `scan_all_markup` that is whole blocks of 64 bytes.
AVX2 static void all_markup_avx2(const uint8_t *bytes, size_t blocks, uint64_t *bits) {
  for (size_t block = 0; block < blocks; block++)
    bits[block] = markup_block_avx2(bytes + 64 * block);
}

#endif

void scan_all_markup(const uint8_t *bytes, size_t count, uint64_t *bits) {
  size_t block = 0;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    block = count / 64;
    all_markup_avx2(bytes, block, bits);
  }
#endif
  for (; 64 * block < count; block++)
    bits[block] = scan_markup(bytes + 64 * block, count - 64 * block);
}

/// What each byte of a block of 32 is, the first in the lowest bit; a gap is white space or a
/// control.
typedef struct {
  uint32_t capitals, letters, digits, dots, gaps;
} Words;

/// What a block has of joints, decimals and digits. `carry` tells the next block what the last byte
/// of this one is: 1 a digit, 2 a letter, 4 a small letter, 8 a capital.
static uint32_t words(Words w, uint32_t *carry, uint32_t next_is_gap) {
  const uint32_t carry_in = *carry;
  const uint32_t afterDigit = w.digits << 1 | (carry_in & 1);
  const uint32_t afterWord = afterDigit | w.letters << 1 | (carry_in >> 1 & 1);
  const uint32_t afterCapital = w.capitals << 1 | (carry_in >> 3 & 1);
  *carry = (w.capitals >> 31) << 3 | w.digits >> 31 | (w.letters >> 31) << 1 | ((w.letters & ~w.capitals) >> 31) << 2;
  const uint32_t beforeGap = w.gaps >> 1 | next_is_gap << 31;
  // `URL` is a word; `IDs`, `macOS` and `Net.Core` are names.
  const uint32_t small = w.letters & ~w.capitals;
  const uint32_t afterSmall = small << 1 | (carry_in >> 2 & 1);
  // What follows the block is taken for a small letter: there may be a joint too many, none too
  // few.
  const uint32_t beforeSmall = small >> 1 | (uint32_t)1 << 31;
  const uint32_t joints = (w.capitals & (afterSmall | (afterWord & beforeSmall)))
                          | (w.dots & afterWord & ~beforeGap) | (w.letters & afterDigit);
  return (joints != 0 ? SCAN_HAS_JOINT : 0) | ((w.dots & afterDigit) != 0 ? SCAN_HAS_DECIMAL : 0)
         | (w.digits != 0 ? SCAN_HAS_DIGIT : 0)
         | ((w.capitals & afterCapital) != 0 ? SCAN_HAS_CAPITALS : 0);
}

static Words words_of(const uint8_t *bytes, size_t count) {
  Words w = {0, 0, 0, 0, 0};
  for (size_t i = 0; i < 32; i++) {
    const uint8_t byte = i < count ? bytes[i] : 0;
    const uint32_t bit = (uint32_t)1 << i;
    if (byte >= 'A' && byte <= 'Z') w.capitals |= bit;
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') w.letters |= bit;
    if (byte >= '0' && byte <= '9') w.digits |= bit;
    if (byte == '.') w.dots |= bit;
    if (byte <= 0x20) w.gaps |= bit;
  }
  return w;
}

#if defined(__x86_64__)

/// The next 32 bytes, or as many as are left and zeros, which nothing looks for.
AVX2 static __m256i load_avx2(const uint8_t *bytes, size_t left) {
  if (left >= 32) return _mm256_loadu_si256((const __m256i *)bytes);
  uint8_t rest[32] = {0};
  memcpy(rest, bytes, left);
  return _mm256_loadu_si256((const __m256i *)rest);
}

AVX2 static uint32_t range_avx2(__m256i block, char low, char high) {
  // Bytes beyond ASCII are negative, and so below.
  return (uint32_t)_mm256_movemask_epi8(_mm256_and_si256(
      _mm256_cmpgt_epi8(block, _mm256_set1_epi8((char)(low - 1))),
      _mm256_cmpgt_epi8(_mm256_set1_epi8((char)(high + 1)), block)));
}

/// One bit for each byte that may be a mark, by its nibbles as in `markup_avx2`.
AVX2 static uint32_t may_be_mark_avx2(__m256i block) {
  // Bits: 1 for 2x, 2 for 3x, 4 for 4x, 8 for 5x.
  const __m256i low = TABLE(4, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1 | 2, 0, 8, 1 | 2, 1, 1 | 8);
  const __m256i high = TABLE(0, 0, 1, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i nibble = _mm256_and_si256(_mm256_srli_epi16(block, 4), _mm256_set1_epi8(0x0F));
  const __m256i both =
      _mm256_and_si256(_mm256_shuffle_epi8(low, block), _mm256_shuffle_epi8(high, nibble));
  const __m256i none = _mm256_cmpeq_epi8(both, _mm256_setzero_si256());
  return ~(uint32_t)_mm256_movemask_epi8(none);
}

/// Whether one of some bytes of a block is a mark; zero stands for what is beyond the text.
static int has_mark(const uint8_t *bytes, size_t count, size_t block, uint32_t candidates) {
  for (; candidates != 0; candidates &= candidates - 1) {
    const size_t i = block + (size_t)__builtin_ctz(candidates);
    if (scan_is_mark(
            i > 0 ? bytes[i - 1] : 0, bytes[i], i + 1 < count ? bytes[i + 1] : 0))
      return 1;
  }
  return 0;
}

AVX2 static uint32_t scan_words_avx2(const uint8_t *bytes, size_t count) {
  uint32_t found = 0, carry = 0;
  for (size_t i = 0; i < count; i += 32) {
    const size_t left = count - i;
    const __m256i block = load_avx2(bytes + i, left);
    if (_mm256_movemask_epi8(EQ8(block, 0x1A)) != 0) found |= SCAN_HAS_BLANK;
    if ((found & SCAN_HAS_MARK) == 0 && has_mark(bytes, count, i, may_be_mark_avx2(block)))
      found |= SCAN_HAS_MARK;
    Words w;
    w.capitals = range_avx2(block, 'A', 'Z');
    w.letters = range_avx2(_mm256_or_si256(block, _mm256_set1_epi8(0x20)), 'a', 'z');
    w.digits = range_avx2(block, '0', '9');
    w.dots = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block, _mm256_set1_epi8('.')));
    w.gaps = 0;
    uint32_t next_is_gap = 0;
    if (w.dots != 0) {
      w.gaps = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(
                   _mm256_min_epu8(block, _mm256_set1_epi8(0x20)), block));
      next_is_gap = left <= 32 || bytes[i + 32] <= 0x20;
    }
    found |= words(w, &carry, next_is_gap);
  }
  return found;
}

AVX2 static uint32_t scan_pieces_avx2(const uint8_t *bytes, size_t count) {
  __m256i leaks = _mm256_setzero_si256(), closing = leaks, brackets = leaks, signs = leaks;
  uint32_t doubled = 0;
  for (size_t i = 0; i < count; i += 32) {
    const __m256i block = load_avx2(bytes + i, count - i);
    const __m256i commas = EQ8(block, ',');
    const uint32_t marks = (uint32_t)_mm256_movemask_epi8(OR8(commas, EQ8(block, '.')));
    if (marks != 0) {
      const uint8_t before = i == 0 ? ' ' : bytes[i - 1];
      const uint32_t spaces = (uint32_t)_mm256_movemask_epi8(EQ8(block, ' '));
      const uint32_t comma = (uint32_t)_mm256_movemask_epi8(commas);
      const uint32_t pairs = marks & (marks << 1 | (before == ',' || before == '.'));
      // `../` is a folder, and stands in many addresses.
      if (pairs != 0)
        doubled |= pairs
                   & (comma | ~((uint32_t)_mm256_movemask_epi8(EQ8(block, '/')) >> 1));
      doubled |= comma & (spaces << 1 | (before == ' '));
      // A full stop behind one and a space.
      const uint32_t stops = marks & ~comma;
      const uint32_t carried = (uint32_t)(i > 1 && bytes[i - 2] == '.') | (uint32_t)(before == '.') << 1;
      doubled |= stops & (spaces << 1 | (before == ' ')) & (stops << 2 | carried);
    }
    leaks = OR8(leaks, OR8(OR8(EQ8(block, '<'), EQ8(block, '{')),
                           OR8(EQ8(block, '&'), EQ8(block, '='))));
    closing = OR8(closing, EQ8(block, ']'));
    signs = OR8(signs, EQ8(block, '#'));
    brackets = OR8(brackets, OR8(OR8(EQ8(block, '['), EQ8(block, 0xEF)),
                                 OR8(EQ8(block, '('), EQ8(block, ')'))));
  }
  brackets = OR8(brackets, closing);
  return (_mm256_testz_si256(leaks, leaks) ? 0 : SCAN_HAS_MARKUP)
         | (_mm256_testz_si256(closing, closing) ? 0 : SCAN_HAS_CLOSING)
         | (_mm256_testz_si256(signs, signs) ? 0 : SCAN_HAS_NUMBER_SIGN)
         | (_mm256_testz_si256(brackets, brackets) ? 0 : SCAN_HAS_BRACKETS)
         | (doubled == 0 ? 0 : SCAN_HAS_DOUBLED_MARKS);
}

#endif

uint32_t scan_words(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_words_avx2(bytes, count);
#endif
  uint32_t found = 0, carry = 0;
  for (size_t i = 0; i < count; i += 32)
    found |= words(
        words_of(bytes + i, count - i), &carry, count - i <= 32 || bytes[i + 32] <= 0x20);
  for (size_t i = 0; i < count; i++) {
    if (bytes[i] == 0x1A) found |= SCAN_HAS_BLANK;
    if (scan_is_mark(i > 0 ? bytes[i - 1] : 0, bytes[i], i + 1 < count ? bytes[i + 1] : 0))
      found |= SCAN_HAS_MARK;
  }
  return found;
}

/// One bit for each of some of 64 bytes that is a mark.
static uint64_t marks_of(
    const uint8_t *bytes, size_t count, uint8_t before, uint8_t after, uint64_t candidates) {
  const size_t end = count < 64 ? count : 64;
  uint64_t mask = 0;
  for (; candidates != 0; candidates &= candidates - 1) {
    const size_t i = (size_t)__builtin_ctzll(candidates);
    if (scan_is_mark(
            i > 0 ? bytes[i - 1] : before, bytes[i],
            i + 1 < end ? bytes[i + 1] : (count > 64 ? after : 0)))
      mask |= (uint64_t)1 << i;
  }
  return mask;
}

#if defined(__x86_64__)

AVX2 static uint64_t scan_names_avx2(
    const uint8_t *bytes, size_t count, uint8_t before, uint8_t after) {
  const uint8_t *block = bytes;
  SCAN_PAD(block, count)
  uint64_t capitals = 0, letters = 0, digits = 0, dots = 0, candidates = 0;
  for (int half = 0; half < 64; half += 32) {
    const __m256i some = _mm256_loadu_si256((const __m256i *)(block + half));
    const __m256i small = _mm256_or_si256(some, _mm256_set1_epi8(0x20));
    capitals |= (uint64_t)range_avx2(some, 'A', 'Z') << half;
    letters |= (uint64_t)range_avx2(small, 'a', 'z') << half;
    digits |= (uint64_t)range_avx2(some, '0', '9') << half;
    dots |= (uint64_t)(uint32_t)_mm256_movemask_epi8(EQ8(some, '.')) << half;
    candidates |= (uint64_t)may_be_mark_avx2(some) << half;
  }
  return scan_join(capitals, letters, digits, dots, before)
         | marks_of(bytes, count, before, after, candidates);
}

#endif

uint64_t scan_names(const uint8_t *bytes, size_t count, uint8_t before, uint8_t after) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_names_avx2(bytes, count, before, after);
#endif
  const uint64_t all = count < 64 ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0;
  return scan_joints(bytes, count, before) | marks_of(bytes, count, before, after, all);
}

uint32_t scan_pieces(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_pieces_avx2(bytes, count);
#endif
  uint32_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t byte = bytes[i];
    if (byte == '<' || byte == '{' || byte == '&' || byte == '=') found |= SCAN_HAS_MARKUP;
    if (byte == ']') found |= SCAN_HAS_CLOSING;
    if (byte == '#') found |= SCAN_HAS_NUMBER_SIGN;
    if (byte == '(' || byte == ')' || byte == '[' || byte == ']' || byte == 0xEF)
      found |= SCAN_HAS_BRACKETS;
    const uint8_t before = i == 0 ? ' ' : bytes[i - 1];
    const int isFolder = byte == '.' && i % 32 != 31 && i + 1 < count && bytes[i + 1] == '/';
    const int isDoubled =
        !isFolder && (byte == ',' || byte == '.') && (before == ',' || before == '.');
    const int isBehindStop = byte == '.' && before == ' ' && i > 1 && bytes[i - 2] == '.';
    if (isDoubled || isBehindStop || (byte == ',' && before == ' ')) found |= SCAN_HAS_DOUBLED_MARKS;
  }
  return found;
}

size_t scan_letters(const uint8_t *bytes, size_t count, uint8_t blank) {
  size_t letters = 0;
  size_t i = 0;
  while (i < count) {
    // Counted in a byte, so that the compiler counts in vectors; a byte counts up to 255.
    const size_t end = count - i < 255 ? count : i + 255;
    uint8_t some = 0;
    for (; i < end; i++) {
      const uint8_t byte = bytes[i];
      const uint8_t isSpace = (byte == 0x20) | ((uint8_t)(byte - 0x09) <= 4);
      some += ((byte & 0xC0) != 0x80) & !isSpace & (byte != blank);
    }
    letters += some;
  }
  return letters;
}

size_t scan_utf16_units(const uint8_t *bytes, size_t count) {
  size_t units = 0;
  size_t i = 0;
  while (i < count) {
    // Counted in a byte, so that the compiler counts in vectors; each adds two at most.
    const size_t end = count - i < 127 ? count : i + 127;
    uint8_t some = 0;
    for (; i < end; i++)
      some += (uint8_t)((bytes[i] & 0xC0) != 0x80) + (uint8_t)(bytes[i] >= 0xF0);
    units += some;
  }
  return units;
}

/// The offset behind white space, a no-break space included.
__attribute__((noinline)) static size_t behind_gap(
    const uint8_t *bytes, size_t count, size_t start) {
  while (start < count) {
    const uint8_t byte = bytes[start];
    if (byte == ' ' || (uint8_t)(byte - 0x09) <= 4) {
      start += 1;
    } else if (byte == 0xC2 && start + 1 < count && bytes[start + 1] == 0xA0) {
      start += 2;
    } else {
      break;
    }
  }
  return start;
}

/// Whether two runs of `count` bytes are the same but for the case of the first character, where both
/// cases take as many bytes; one character of two bytes is never told from another.
static int begins_alike(const uint8_t *run, const uint8_t *next, size_t count) {
  if (count < 2 || run[count - 1] != next[count - 1]) return 0;
  if (run[0] < 0x80)
    return (uint8_t)(run[0] ^ next[0]) % 0x20 == 0 && memcmp(run + 1, next + 1, count - 1) == 0;
  if (next[0] < 0x80) return 0;
  if (count < 4) return memcmp(run, next, count) == 0;
  // Capitals of two bytes may differ from their small letters in both, longer ones in all three.
  const size_t first = run[0] < 0xE0 ? 2 : 3;
  return memcmp(run + first, next + first, count - first) == 0;
}

/// Of printable ASCII what is neither a letter nor a digit.
static const uint8_t is_ascii_punctuation[256] = {
    ['!'] = 1, ['"'] = 1, ['#'] = 1, ['$'] = 1, ['%'] = 1, ['&'] = 1, ['\''] = 1, ['('] = 1,
    [')'] = 1, ['*'] = 1, ['+'] = 1, [','] = 1, ['-'] = 1, ['.'] = 1, ['/'] = 1, [':'] = 1,
    [';'] = 1, ['<'] = 1, ['='] = 1, ['>'] = 1, ['?'] = 1, ['@'] = 1, ['['] = 1, ['\\'] = 1,
    [']'] = 1, ['^'] = 1, ['_'] = 1, ['`'] = 1, ['{'] = 1, ['|'] = 1, ['}'] = 1, ['~'] = 1,
};

/// Whether what stands before a gap stands behind it again. `start` is where it begins, and becomes where
/// what follows the gap does.
__attribute__((noinline)) static int may_double_at(
    const uint8_t *bytes, size_t count, uint8_t blank, size_t gap, size_t *start) {
  size_t end = gap, first = *start;
  if (bytes[gap] != ' ') {
    if (bytes[gap] == 0xA0) {
      if (gap == 0 || bytes[gap - 1] != 0xC2) return 0;
      end = gap - 1;
    } else if (gap > 0 && bytes[gap - 1] == '\r') {
      end = gap - 1;
    }
  }
  // Within a gap that was passed over already.
  if (gap < first) return 0;
  // Quotes and brackets before a word don't make it another one.
  while (first < end && (is_ascii_punctuation[bytes[first]] || bytes[first] == blank)) first++;
  size_t next = gap + 1;
  if (next < count && (bytes[next] <= ' ' || bytes[next] == 0xC2))
    next = behind_gap(bytes, count, next);
  *start = next;
  const size_t length = end - first;
  // The last letters mostly differ.
  return first < end && next < count && length <= count - next
         && bytes[end - 1] == bytes[next + length - 1]
         && begins_alike(bytes + first, bytes + next, length);
}

int scan_may_double(const uint8_t *bytes, size_t count, uint8_t blank) {
  size_t start = 0;
  for (size_t block = 0; block < count; block += 64) {
    const uint8_t *next64 = bytes + block;
    SCAN_PAD(next64, count - block)
    uint64_t gaps = scan_gaps(next64, 64);
    const uint64_t blanks = scan_equal(next64, 64, blank);
    for (; gaps != 0; gaps &= gaps - 1) {
      const size_t gap = block + (size_t)__builtin_ctzll(gaps);
      // A word begins behind markup.
      if (blanks != 0) {
        const uint64_t before = blanks & (((uint64_t)1 << (gap - block)) - 1);
        if (before != 0) {
          const size_t behind = block + 64 - (size_t)__builtin_clzll(before);
          if (behind > start) start = behind;
        }
      }
      // Nearly always one space stands between two words, and they begin with other letters.
      if (bytes[gap] == ' ' && gap + 1 < count && gap >= start) {
        const uint8_t first = bytes[start], second = bytes[gap + 1];
        // Letters of one script mostly begin with the same byte, so there the last ones are compared.
        const int differs =
            first < 0x80 ? (uint8_t)((first | 0x20) - 'a') < 26 && ((first ^ second) & 0xDF) != 0
                         : second < 0x80 || gap - start >= count - gap
                               || bytes[gap - 1] != bytes[gap + gap - start];
        if (differs && second > ' ' && second != 0xC2) {
          start = gap + 1;
          continue;
        }
      }
      if (may_double_at(bytes, count, blank, gap, &start)) return 1;
    }
    if (blanks != 0) {
      const size_t behind = block + 64 - (size_t)__builtin_clzll(blanks);
      if (behind > start) start = behind;
    }
  }
  return 0;
}

#if defined(__x86_64__)

/// For each of 32 offsets whether what is looked for may begin there, by its first and last bytes.
AVX2 static inline __m256i both_ends(
    const uint8_t *bytes, size_t last, __m256i head, __m256i tail) {
  const __m256i heads = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i tails = _mm256_loadu_si256((const __m256i *)(bytes + last));
  return _mm256_and_si256(_mm256_cmpeq_epi8(heads, head), _mm256_cmpeq_epi8(tails, tail));
}

AVX2 static size_t find_far_avx2(
    const uint8_t *bytes, size_t starts, const uint8_t *wanted, size_t last) {
  const __m256i head = _mm256_set1_epi8((char)wanted[0]);
  const __m256i tail = _mm256_set1_epi8((char)wanted[last]);
  size_t offset = 0;
  for (; offset + 64 <= starts; offset += 64) {
    const __m256i some = both_ends(bytes + offset, last, head, tail);
    const __m256i more = both_ends(bytes + offset + 32, last, head, tail);
    const __m256i any = _mm256_or_si256(some, more);
    if (_mm256_testz_si256(any, any)) continue;
    uint64_t mask = (uint64_t)(uint32_t)_mm256_movemask_epi8(some)
                    | (uint64_t)(uint32_t)_mm256_movemask_epi8(more) << 32;
    for (; mask != 0; mask &= mask - 1) {
      const size_t found = offset + (size_t)__builtin_ctzll(mask);
      if (memcmp(bytes + found + 1, wanted + 1, last) == 0) return found;
    }
  }
  return offset;
}

#endif

size_t scan_find_far(const uint8_t *bytes, size_t starts, const uint8_t *wanted, size_t last) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return find_far_avx2(bytes, starts, wanted, last);
#endif
  (void)bytes, (void)starts, (void)wanted, (void)last;
  return 0;
}

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

/// A word of any letters that begins at `start`, with `ascii`.
__attribute__((noinline)) static ScanWord any_word(
    const uint8_t *bytes, size_t count, size_t start, ScanLetters ascii, const ScanLanguages *t) {
  ScanWord word = {start, start, 0, 0, UINT32_MAX, 1, 0, 0};
  Hash hash = no_letters;
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
      const size_t class = t->classes[scalar];
      if (class != known) {
        const uint64_t letter = t->letters[class];
        if (class == 0 || letter & SCAN_LETTER_IS_UNSPACED) break;
        if (!(letter & SCAN_LETTER_IS_LATIN)) word.is_latin = 0;
        word.letters_of &= (uint32_t)letter;
        known = class;
      }
      lower = scalar < t->small_count ? t->small[scalar] : scalar;
    }
    hash = add(hash, lower);
    if (__builtin_expect(scalar != lower, 0)) {
      if (i == start) word.is_capitalized = 1;
      else word.has_inner_capital = 1;
    }
    i += length;
  }
  if (word.letters_of == UINT32_MAX) word.letters_of = 0;
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

/// The same by runs of ASCII letters alone, which takes half as long; it takes the end of `élan` for a
/// word, so that 1 is no proof.
static int may_have_function_words(
    const uint8_t *bytes, size_t count, uint32_t language, uint32_t other, size_t least,
    const ScanLanguages *t) {
  for (size_t i = 0; i < count;) {
    if ((uint8_t)((bytes[i] | 0x20) - 'a') >= 26) {
      i += 1;
      continue;
    }
    const ScanLetters word = scan_ascii_letters(bytes + i, count - i);
    i += word.count;
    // No function word is as long.
    if (word.count == 16) continue;
    if ((counts(languages_of(scan_key(word.first, word.second), t), language, other)
         || (apostrophe(bytes + i, count - i) > 0
             && counts(languages_of(elided_key(word), t), language, other)))
        && --least == 0)
      return 1;
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

ScanVotes scan_own_votes(
    const uint8_t *bytes, size_t count, uint32_t language, const ScanLanguages *languages) {
  ScanVotes votes = {0, 0, 0};
  int certain = 0;
  ScanWord word;
  for (size_t i = 0; next_word(bytes, count, i, languages, &word); i = word.end) {
    const uint32_t says = word.function_of != 0 ? word.function_of : word.letters_of;
    if (says & language) {
      votes.own += 1;
      // After three such words, what follows does not matter.
      if ((word.function_of != 0 || says == language) && ++certain == 3) break;
    } else if (says != 0) {
      votes.has_others = 1;
      break;
    } else if (word.is_latin && !word.is_capitalized) {
      votes.latin += 1;
    }
  }
  return votes;
}
