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
    // Most text is ASCII, and 64 bytes of it are seen in one step.
    while (count - i >= 64) {
      const __m256i first = _mm256_loadu_si256((const __m256i *)(bytes + i));
      const __m256i second = _mm256_loadu_si256((const __m256i *)(bytes + i + 32));
      if (_mm256_movemask_epi8(_mm256_or_si256(first, second)) != 0) break;
      found = _mm256_or_si256(found, open);
      open = _mm256_setzero_si256();
      previous = second;
      i += 64;
    }
    if (i == count) break;
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

/// For each of 32 bytes of ASCII whether a suspect begins there; not zero where one does.
AVX2 static inline __m256i suspects_in_ascii(__m256i one, __m256i two, __m256i three) {
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
  return AND8(classes, wanted);
}

/// The same for what has to do with bytes beyond ASCII.
AVX2 static inline __m256i suspects_beyond_ascii(__m256i one, __m256i two, __m256i three) {
  const __m256i isMixed = AND8(FROM8(one, 0x41), AND8(FROM8(two, 0xCD), BELOW8(two, 0xD2)));
  __m256i hits = OR8(isMixed, AND8(EQ8(one, 0xC2), OR8(BELOW8(two, 0xA0), EQ8(two, 0xAD))));
  hits = OR8(hits, AND8(EQ8(one, 0xC3), AND8(FROM8(three, 0xC2), BELOW8(three, 0))));
  hits = OR8(hits, AND8(AND8(FROM8(one, 0xCD), BELOW8(one, 0xD2)), FROM8(three, 0x41)));
  const __m256i isBidi =
      AND8(EQ8(two, 0x80), OR8(EQ8(three, 0x8B), AND8(FROM8(three, 0xAA), BELOW8(three, 0xAF))));
  hits = OR8(hits, AND8(EQ8(one, 0xE2), OR8(isBidi, EQ8(two, 0x81))));
  hits = OR8(hits, OR8(EQ8(one, 0xEE), OR8(EQ8(one, 0xF3), EQ8(one, 0xF4))));
  return OR8(
      hits, AND8(EQ8(one, 0xEF), OR8(BELOW8(two, 0xA4), OR8(EQ8(two, 0xBB), EQ8(two, 0xBF)))));
}

/// What a table says of the low or the high nibble of each byte.
#define LOW_CLASSES(block, table)                                                                  \
  _mm256_shuffle_epi8(table, AND8(block, _mm256_set1_epi8(0x0F)))
#define HIGH_CLASSES(block, table)                                                                 \
  _mm256_shuffle_epi8(table, AND8(_mm256_srli_epi16(block, 4), _mm256_set1_epi8(0x0F)))

/// Not zero where one of the suspects begins that have to do with bytes beyond ASCII, and at times elsewhere. Each bit
/// is a form of three bytes, by their nibbles as in `markup_avx2`: 1 for C2 and 80 to 9F, 2 for C2 AD, 4 for C3 and
/// a third from C0 on, 8 for CD to D1 and a third from 40 to 7F, 16 for 40 to 7F before CD to D1, 32 for E2 and
/// 80 or 81, 64 for EF and 80 to AF, 128 for EF and BB or BF.
AVX2 static inline __m256i may_be_suspects(__m256i one, __m256i two, __m256i three) {
  const __m256i oneLow = TABLE(
      16 | 8, 16 | 8, 16 | 1 | 2 | 32, 16 | 4, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16 | 8, 16 | 8,
      (char)(16 | 8 | 64 | 128));
  const __m256i oneHigh =
      TABLE(0, 0, 0, 0, 16, 16, 16, 16, 0, 0, 0, 0, 1 | 2 | 4 | 8, 8, (char)(32 | 64 | 128), 0);
  enum { TWO = 1 | 4 | 8 | 64, TWO_HIGH = 4 | 8, THREE = 1 | 2 | 16 | 32 | 64 | 128 };
  const __m256i twoLow = TABLE(
      TWO | 16 | 32, TWO | 16 | 32, TWO, TWO, TWO, TWO, TWO, TWO, TWO, TWO, TWO, (char)(TWO | 128),
      TWO, TWO | 2 | 16, TWO | 16, (char)(TWO | 16 | 128));
  const __m256i twoHigh = TABLE(
      TWO_HIGH, TWO_HIGH, TWO_HIGH, TWO_HIGH, TWO_HIGH, TWO_HIGH, TWO_HIGH, TWO_HIGH,
      TWO_HIGH | 1 | 32 | 64, TWO_HIGH | 1 | 64, TWO_HIGH | 2 | 64, (char)(TWO_HIGH | 128),
      TWO_HIGH | 16, TWO_HIGH | 16, TWO_HIGH, TWO_HIGH);
  const __m256i threeHigh = TABLE(
      (char)THREE, (char)THREE, (char)THREE, (char)THREE, (char)(THREE | 8), (char)(THREE | 8),
      (char)(THREE | 8), (char)(THREE | 8), (char)THREE, (char)THREE, (char)THREE, (char)THREE,
      (char)(THREE | 4), (char)(THREE | 4), (char)(THREE | 4), (char)(THREE | 4));
  const __m256i forms = AND8(
      AND8(LOW_CLASSES(one, oneLow), HIGH_CLASSES(one, oneHigh)),
      AND8(
          AND8(LOW_CLASSES(two, twoLow), HIGH_CLASSES(two, twoHigh)),
          HIGH_CLASSES(three, threeHigh)));
  // Characters of private use, and beyond the third plane.
  const __m256i last = _mm256_set1_epi8((char)0xF3);
  return OR8(
      forms, OR8(EQ8(one, 0xEE), _mm256_cmpeq_epi8(_mm256_max_epu8(one, last), one)));
}

/// One bit for each of 64 bytes at which a suspect begins; it looks two bytes further.
AVX2 static inline uint64_t suspects_avx2(const uint8_t *start) {
  __m256i one[2], two[2], three[2], hits[2];
  for (int half = 0; half < 2; half++) {
    const uint8_t *bytes = start + 32 * half;
    one[half] = _mm256_loadu_si256((const __m256i *)bytes);
    two[half] = _mm256_loadu_si256((const __m256i *)(bytes + 1));
    three[half] = _mm256_loadu_si256((const __m256i *)(bytes + 2));
    hits[half] = suspects_in_ascii(one[half], two[half], three[half]);
  }
  // Most text has nothing beyond ASCII, and most of what is has nothing of the suspects' bytes.
  if (_mm256_movemask_epi8(OR8(one[0], OR8(one[1], three[1]))) != 0) {
    const __m256i some = OR8(
        may_be_suspects(one[0], two[0], three[0]), may_be_suspects(one[1], two[1], three[1]));
    if (!_mm256_testz_si256(some, some))
      for (int half = 0; half < 2; half++)
        hits[half] = OR8(hits[half], suspects_beyond_ascii(one[half], two[half], three[half]));
  }
  const __m256i any = OR8(hits[0], hits[1]);
  if (_mm256_testz_si256(any, any)) return 0;
  const __m256i none = _mm256_setzero_si256();
  return ~((uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(hits[0], none))
           | (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(hits[1], none)) << 32);
}

/// Where the first block with suspects begins of those that can be read whole, or where these end.
AVX2 static size_t next_suspects_avx2(
    const uint8_t *bytes, size_t count, size_t block, uint64_t *mask) {
  for (; count >= 66 && block <= count - 66; block += 64) {
    *mask = suspects_avx2(bytes + block);
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

/// What each byte of a block of 64 is, the first in the lowest bit; a gap is white space or a
/// control.
typedef struct {
  uint64_t capitals, letters, digits, dots, gaps;
} Words;

/// What the blocks of a text have of these, as bits that are not all 0.
typedef struct {
  uint64_t joints, decimals, pairs;
} Joints;

/// Adds the joints of a block, decimals and capitals in pairs. `before` is the block before it, and `next_is_gap` has the
/// bit of its last byte where a gap or nothing follows.
static inline void add_joints(Joints *found, Words w, Words before, uint64_t next_is_gap) {
  const uint64_t afterDigit = w.digits << 1 | before.digits >> 63;
  const uint64_t afterWord = afterDigit | w.letters << 1 | before.letters >> 63;
  const uint64_t afterCapital = w.capitals << 1 | before.capitals >> 63;
  const uint64_t beforeGap = w.gaps >> 1 | next_is_gap;
  // `URL` is a word; `IDs`, `macOS` and `Net.Core` are names.
  const uint64_t small = w.letters & ~w.capitals;
  const uint64_t afterSmall = small << 1 | (before.letters & ~before.capitals) >> 63;
  // What follows the block is taken for a small letter: there may be a joint too many, none too
  // few.
  const uint64_t beforeSmall = small >> 1 | (uint64_t)1 << 63;
  found->joints |= (w.capitals & (afterSmall | (afterWord & beforeSmall)))
                   | (w.dots & afterWord & ~beforeGap) | (w.letters & afterDigit);
  found->decimals |= w.dots & afterDigit;
  found->pairs |= w.capitals & afterCapital;
}

static inline uint32_t classes_of(Joints found) {
  return (found.joints != 0 ? SCAN_HAS_JOINT : 0) | (found.decimals != 0 ? SCAN_HAS_DECIMAL : 0)
         | (found.pairs != 0 ? SCAN_HAS_CAPITALS : 0);
}

/// The bit of the last of up to 64 bytes that are left from `block` on, where a gap or nothing follows it.
static inline uint64_t gap_behind(const uint8_t *block, size_t left) {
  if (left <= 64) return (uint64_t)1 << (left - 1);
  return (uint64_t)(block[64] <= 0x20) << 63;
}

static Words words_of(const uint8_t *bytes, size_t count) {
  Words w = {0, 0, 0, 0, 0};
  for (size_t i = 0; i < 64; i++) {
    const uint8_t byte = i < count ? bytes[i] : 0;
    const uint64_t bit = (uint64_t)1 << i;
    if (byte >= 'A' && byte <= 'Z') w.capitals |= bit;
    if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') w.letters |= bit;
    if (byte >= '0' && byte <= '9') w.digits |= bit;
    if (byte == '.') w.dots |= bit;
    if (byte <= 0x20) w.gaps |= bit;
  }
  return w;
}

#if defined(__x86_64__)

/// Where the 64 bytes begin that are read for those from `offset` on of `count`: the last ones of the text where fewer
/// are left. Bits of what is looked for are shifted by as many as stand before `offset`.
static inline size_t whole_block(size_t offset, size_t count) {
  return count - offset < 64 && count >= 64 ? count - 64 : offset;
}

/// The highest bits of 64 bytes.
AVX2 static inline uint64_t bits_avx2(__m256i first, __m256i second) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(first)
         | (uint64_t)(uint32_t)_mm256_movemask_epi8(second) << 32;
}

AVX2 static inline __m256i letters_avx2(__m256i block) {
  const __m256i offsets =
      _mm256_sub_epi8(OR8(block, _mm256_set1_epi8(0x20)), _mm256_set1_epi8('a'));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(offsets, _mm256_set1_epi8(25)), offsets);
}

/// Whether one of some bytes of a block is a mark; zero stands for what is beyond the text. A call would
/// take the vectors out of their registers.
__attribute__((always_inline)) static inline int has_mark(const uint8_t *bytes, size_t count, size_t block, uint64_t candidates) {
  for (; candidates != 0; candidates &= candidates - 1) {
    const size_t i = block + (size_t)__builtin_ctzll(candidates);
    if (scan_is_mark(
            i > 0 ? bytes[i - 1] : 0, bytes[i], i + 1 < count ? bytes[i + 1] : 0))
      return 1;
  }
  return 0;
}

/// What the bytes of a block are by their nibbles, as in `markup_avx2`. Bits: 128 for a digit, 64 for a full
/// stop, 16 for U+001A, and the lowest four for what else may be a mark: 1 for 2x, 2 for 3x, 4 for 4x, 8 for 5x.
AVX2 static inline __m256i word_classes_avx2(__m256i block) {
  const __m256i low = TABLE(
      (char)(128 | 4), (char)128, (char)128, (char)128, (char)128, (char)(128 | 1), (char)128,
      (char)128, (char)(128 | 1), (char)128, 1 | 2 | 16, 0, 8, 1 | 2, 64, 1 | 8);
  const __m256i high = TABLE(0, 16, 1 | 64, (char)(128 | 2), 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i nibble = AND8(_mm256_srli_epi16(block, 4), _mm256_set1_epi8(0x0F));
  return AND8(_mm256_shuffle_epi8(low, block), _mm256_shuffle_epi8(high, nibble));
}

AVX2 static uint32_t scan_words_avx2(const uint8_t *bytes, size_t count) {
  Joints found = {0, 0, 0};
  Words before = {0, 0, 0, 0, 0};
  int marked = 0;
  __m256i all = _mm256_setzero_si256();
  const uint8_t *text = bytes;
  SCAN_PAD(text, count)
  for (size_t i = 0; i < count; i += 64) {
    const size_t start = whole_block(i, count), skipped = i - start;
    const __m256i first = _mm256_loadu_si256((const __m256i *)(text + start));
    const __m256i second = _mm256_loadu_si256((const __m256i *)(text + start + 32));
    const __m256i one = word_classes_avx2(first), two = word_classes_avx2(second);
    all = OR8(all, OR8(one, two));
    Words w;
    w.letters = bits_avx2(letters_avx2(first), letters_avx2(second)) >> skipped;
    // Small letters have bit 5.
    w.capitals =
        w.letters
        & ~(bits_avx2(_mm256_slli_epi16(first, 2), _mm256_slli_epi16(second, 2)) >> skipped);
    w.digits = bits_avx2(one, two) >> skipped;
    w.dots = bits_avx2(_mm256_slli_epi16(one, 1), _mm256_slli_epi16(two, 1)) >> skipped;
    w.gaps = 0;
    if (w.dots != 0) {
      const __m256i space = _mm256_set1_epi8(0x20);
      w.gaps = bits_avx2(
                   _mm256_cmpeq_epi8(_mm256_min_epu8(first, space), first),
                   _mm256_cmpeq_epi8(_mm256_min_epu8(second, space), second))
               >> skipped;
    }
    if (!marked) {
      const __m256i marks = _mm256_set1_epi8(15), none = _mm256_setzero_si256();
      const uint64_t others = bits_avx2(
          _mm256_cmpgt_epi8(AND8(one, marks), none), _mm256_cmpgt_epi8(AND8(two, marks), none));
      // A full stop behind a word is none.
      const uint64_t words = w.letters | w.digits;
      const uint64_t afterWord = words << 1 | (before.letters | before.digits) >> 63;
      marked = has_mark(bytes, count, i, others >> skipped | (w.dots & ~afterWord));
    }
    add_joints(&found, w, before, gap_behind(bytes + i, count - i));
    before = w;
  }
  const __m128i any = _mm_or_si128(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
  return classes_of(found) | (marked ? SCAN_HAS_MARK : 0)
         | (_mm_movemask_epi8(any) != 0 ? SCAN_HAS_DIGIT : 0)
         | (_mm_movemask_epi8(_mm_slli_epi16(any, 3)) != 0 ? SCAN_HAS_BLANK : 0);
}

/// One bit for each of the 64 bytes from `offset` on that is a comma or full stop behind another one, or one that
/// stands alone; the other masks say where those, spaces and slashes are.
static inline uint64_t doubled_marks(
    const uint8_t *bytes, size_t count, size_t offset, uint64_t commas, uint64_t stops,
    uint64_t spaces, uint64_t slashes) {
  const uint64_t marks = commas | stops;
  const uint8_t before = offset == 0 ? ' ' : bytes[offset - 1];
  const uint64_t afterSpace = spaces << 1 | (before == ' ');
  const uint64_t afterStop =
      stops << 2 | (uint64_t)(offset > 1 && bytes[offset - 2] == '.') | (uint64_t)(before == '.') << 1;
  const uint64_t pairs = marks & (marks << 1 | (before == ',' || before == '.'));
  // `../` is a folder, and stands in many addresses.
  const uint64_t beforeSlash =
      slashes >> 1 | (uint64_t)(count - offset > 64 && bytes[offset + 64] == '/') << 63;
  return (pairs & (commas | ~beforeSlash)) | (commas & afterSpace)
         | (stops & afterSpace & afterStop);
}

/// What a block has of the bytes that `scan_pieces` looks for, by their nibbles, as in `markup_avx2`. Bits: 1 for
/// `<` and `=`, 2 for `{`, 4 for `&`, 8 for `]`, 16 for `#`, 32 for `[`, 64 for parentheses, 128 for 0xEF.
AVX2 static inline __m256i piece_classes_avx2(__m256i block) {
  const __m256i low = TABLE(0, 0, 0, 16, 0, 0, 4, 0, 64, 64, 0, 2 | 32, 1, 1 | 8, 0, (char)128);
  const __m256i high =
      TABLE(0, 0, 4 | 16 | 64, 1, 0, 8 | 32, 0, 2, 0, 0, 0, 0, 0, 0, (char)128, 0);
  const __m256i mask = _mm256_set1_epi8(0x0F);
  return AND8(
      _mm256_shuffle_epi8(low, AND8(block, mask)),
      _mm256_shuffle_epi8(high, AND8(_mm256_srli_epi16(block, 4), mask)));
}

AVX2 static uint32_t scan_pieces_avx2(const uint8_t *bytes, size_t count) {
  __m256i all = _mm256_setzero_si256();
  uint64_t doubled = 0;
  const uint8_t *text = bytes;
  SCAN_PAD(text, count)
  for (size_t i = 0; i < count; i += 64) {
    const size_t start = whole_block(i, count), skipped = i - start;
    const __m256i first = _mm256_loadu_si256((const __m256i *)(text + start));
    const __m256i second = _mm256_loadu_si256((const __m256i *)(text + start + 32));
    all = OR8(all, OR8(piece_classes_avx2(first), piece_classes_avx2(second)));
    const uint64_t commas = bits_avx2(EQ8(first, ','), EQ8(second, ',')) >> skipped;
    const uint64_t stops = bits_avx2(EQ8(first, '.'), EQ8(second, '.')) >> skipped;
    if ((commas | stops) != 0)
      doubled |= doubled_marks(
          bytes, count, i, commas, stops,
          bits_avx2(EQ8(first, ' '), EQ8(second, ' ')) >> skipped,
          bits_avx2(EQ8(first, '/'), EQ8(second, '/')) >> skipped);
  }
  __m128i any = _mm_or_si128(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
  any = _mm_or_si128(any, _mm_unpackhi_epi64(any, any));
  uint64_t some = (uint64_t)_mm_cvtsi128_si64(any);
  some |= some >> 32;
  some |= some >> 16;
  some |= some >> 8;
  return ((some & (1 | 2 | 4)) != 0 ? SCAN_HAS_MARKUP : 0)
         | ((some & 8) != 0 ? SCAN_HAS_CLOSING : 0) | ((some & 16) != 0 ? SCAN_HAS_NUMBER_SIGN : 0)
         | ((some & (8 | 32 | 64 | 128)) != 0 ? SCAN_HAS_BRACKETS : 0)
         | (doubled == 0 ? 0 : SCAN_HAS_DOUBLED_MARKS);
}

#endif

uint32_t scan_words(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_words_avx2(bytes, count);
#endif
  Joints joints = {0, 0, 0};
  Words before = {0, 0, 0, 0, 0};
  for (size_t i = 0; i < count; i += 64) {
    const Words w = words_of(bytes + i, count - i);
    add_joints(&joints, w, before, gap_behind(bytes + i, count - i));
    before = w;
  }
  uint32_t found = classes_of(joints);
  for (size_t i = 0; i < count; i++) {
    if (bytes[i] == 0x1A) found |= SCAN_HAS_BLANK;
    if (bytes[i] >= '0' && bytes[i] <= '9') found |= SCAN_HAS_DIGIT;
    if (scan_is_mark(i > 0 ? bytes[i - 1] : 0, bytes[i], i + 1 < count ? bytes[i + 1] : 0))
      found |= SCAN_HAS_MARK;
  }
  return found;
}

uint64_t scan_brackets(const uint8_t *bytes, size_t count) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  SCAN_PAD(bytes, count)
  for (int lane = 0; lane < 4; lane++) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
    // `(` and `)` differ in the lowest bit alone.
    const __m128i round = _mm_cmpeq_epi8(_mm_or_si128(block, _mm_set1_epi8(1)), _mm_set1_epi8(')'));
    const __m128i square = _mm_or_si128(
        _mm_cmpeq_epi8(block, _mm_set1_epi8('[')), _mm_cmpeq_epi8(block, _mm_set1_epi8(']')));
    const __m128i wide = _mm_cmpeq_epi8(block, _mm_set1_epi8((char)0xEF));
    const __m128i hits = _mm_or_si128(round, _mm_or_si128(square, wide));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(hits) << (16 * lane);
  }
#else
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '[' || bytes[i] == ']'
        || bytes[i] == 0xEF)
      mask |= (uint64_t)1 << i;
#endif
  return mask;
}

/// One bit for each of some of 64 bytes from `offset` on that is a mark.
static uint64_t marks_of(
    const uint8_t *bytes, size_t count, size_t offset, uint64_t candidates) {
  uint64_t mask = 0;
  for (; candidates != 0; candidates &= candidates - 1) {
    const size_t i = offset + (size_t)__builtin_ctzll(candidates);
    if (scan_is_mark(i > 0 ? bytes[i - 1] : 0, bytes[i], i + 1 < count ? bytes[i + 1] : 0))
      mask |= candidates & -candidates;
  }
  return mask;
}

#if defined(__x86_64__)

AVX2 static uint64_t scan_names_avx2(const uint8_t *bytes, size_t count, size_t offset) {
  const size_t start = whole_block(offset, count), skipped = offset - start;
  const uint8_t *block = bytes + start;
  SCAN_PAD(block, count - start)
  const __m256i first = _mm256_loadu_si256((const __m256i *)block);
  const __m256i second = _mm256_loadu_si256((const __m256i *)(block + 32));
  const __m256i one = word_classes_avx2(first), two = word_classes_avx2(second);
  const __m256i marks = _mm256_set1_epi8(15 | 64), none = _mm256_setzero_si256();
  const uint64_t letters = bits_avx2(letters_avx2(first), letters_avx2(second)) >> skipped;
  // Small letters have bit 5.
  const uint64_t small =
      bits_avx2(_mm256_slli_epi16(first, 2), _mm256_slli_epi16(second, 2)) >> skipped;
  const uint64_t dots = bits_avx2(_mm256_slli_epi16(one, 1), _mm256_slli_epi16(two, 1)) >> skipped;
  const uint64_t joints = scan_join(
      letters & ~small, letters, bits_avx2(one, two) >> skipped, dots,
      offset > 0 ? bytes[offset - 1] : 0);
  const uint64_t others =
      bits_avx2(
          _mm256_cmpgt_epi8(AND8(one, marks), none), _mm256_cmpgt_epi8(AND8(two, marks), none))
      >> skipped;
  return joints | marks_of(bytes, count, offset, others & ~joints);
}

#endif

uint64_t scan_names(const uint8_t *bytes, size_t count, size_t offset) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_names_avx2(bytes, count, offset);
#endif
  const size_t left = count - offset;
  const uint64_t all = left < 64 ? ((uint64_t)1 << left) - 1 : ~(uint64_t)0;
  return scan_joints(bytes + offset, left, offset > 0 ? bytes[offset - 1] : 0)
         | marks_of(bytes, count, offset, all);
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
    const int isFolder = byte == '.' && i + 1 < count && bytes[i + 1] == '/';
    const int isDoubled =
        !isFolder && (byte == ',' || byte == '.') && (before == ',' || before == '.');
    const int isBehindStop = byte == '.' && before == ' ' && i > 1 && bytes[i - 2] == '.';
    if (isDoubled || isBehindStop || (byte == ',' && before == ' ')) found |= SCAN_HAS_DOUBLED_MARKS;
  }
  return found;
}

#if defined(__x86_64__)

AVX2 static size_t scan_letters_avx2(const uint8_t *bytes, size_t count, uint8_t blank) {
  const __m256i tail = _mm256_set1_epi8((char)0xC0), four = _mm256_set1_epi8(4);
  const __m256i tab = _mm256_set1_epi8('\t'), blanks = _mm256_set1_epi8((char)blank);
  size_t others = 0;
  for (size_t i = 0; i < count; i += 32) {
    const uint8_t *some = bytes + i;
    uint8_t filled[32];
    if (count - i < sizeof filled) {
      // What fills it up is none, either.
      memset(filled, ' ', sizeof filled);
      scan_copy_few(filled, some, count - i);
      some = filled;
    }
    const __m256i block = _mm256_loadu_si256((const __m256i *)some);
    const __m256i fromTab = _mm256_sub_epi8(block, tab);
    const __m256i spaces =
        OR8(EQ8(block, ' '), _mm256_cmpeq_epi8(_mm256_min_epu8(fromTab, four), fromTab));
    // The bytes behind the first one of a character are below 0xC0 as numbers with a sign.
    const __m256i none =
        OR8(_mm256_cmpgt_epi8(tail, block), OR8(spaces, _mm256_cmpeq_epi8(block, blanks)));
    others += (size_t)__builtin_popcount((uint32_t)_mm256_movemask_epi8(none));
  }
  return (count + 31) / 32 * 32 - others;
}

#endif

size_t scan_letters(const uint8_t *bytes, size_t count, uint8_t blank) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return scan_letters_avx2(bytes, count, blank);
#endif
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

/// Whether a run of letters that stands at the beginning of some bytes goes on behind `length` of them.
static int goes_on(const uint8_t *bytes, size_t count, size_t length) {
  if (length == count) return 0;
  for (size_t i = 0; i <= length; i++)
    if (bytes[i] < 0x80 && (uint8_t)((bytes[i] | 0x20) - 'a') >= 26) return 0;
  return bytes[length] < 0x80;
}

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
         && begins_alike(bytes + first, bytes + next, length)
         && !goes_on(bytes + next, count - next, length);
}

// Where 80 bytes from an offset of a text on can be read: 64 that are looked at, and what a word takes that
// begins among them.
#define BLOCK80(block, bytes, count, offset)                                                       \
  const uint8_t *block = bytes + offset;                                                           \
  uint8_t filled[80];                                                                              \
  if (count - offset < sizeof filled) {                                                            \
    memset(filled, 0, sizeof filled);                                                              \
    scan_copy_few(filled, block, count - offset);                                                  \
    block = filled;                                                                                \
  }

/// Which of 64 bytes part words.
typedef struct {
  /// What a gap may begin or end with: see `scan_gaps`; of these, the last byte of a no-break space.
  uint64_t gaps, no_breaks;
  uint64_t blanks;
  /// Letters of ASCII.
  uint64_t letters;
} Edges;

#if defined(__x86_64__)

AVX2 static inline Edges edges_avx2(const uint8_t *bytes, uint8_t blank) {
  const __m256i first = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i second = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  Edges edges;
  edges.no_breaks = bits_avx2(EQ8(first, 0xA0), EQ8(second, 0xA0));
  edges.gaps = edges.no_breaks
               | bits_avx2(
                   OR8(EQ8(first, ' '), EQ8(first, '\n')), OR8(EQ8(second, ' '), EQ8(second, '\n')));
  edges.blanks = bits_avx2(EQ8(first, blank), EQ8(second, blank));
  edges.letters = bits_avx2(letters_avx2(first), letters_avx2(second));
  return edges;
}

#endif

static inline Edges edges_of(const uint8_t *bytes, uint8_t blank) {
  return (Edges){
      scan_gaps(bytes, 64), scan_equal(bytes, 64, 0xA0), scan_equal(bytes, 64, blank),
      scan_ascii_letter_bits(bytes)};
}

/// How a run begins with a letter of ASCII: see `beginning`.
static inline uint32_t plain_beginning(const uint8_t *run) {
  return (uint32_t)(run[0] | 0x20) | (uint32_t)run[1] << 8;
}

/// How a run begins, in a number that two runs have in common which are the same but for the letter case of the first
/// character and have two characters or more; 0 where something other than a letter may begin it.
/// Of letters beyond ASCII the second one tells, for the first ones mostly are alike. Six bytes can be read.
static inline uint32_t beginning(const uint8_t *run) {
  const uint8_t first = run[0];
  if (first < 0x80) return (uint8_t)((first | 0x20) - 'a') < 26 ? plain_beginning(run) : 0;
  // Punctuation begins with C2, E2 or E3.
  if (first < 0xC3 || (first & 0xFE) == 0xE2 || first >= 0xF0) return 0;
  const uint8_t *second = run + (first < 0xE0 ? 2 : 3);
  const uint8_t last = second[0] < 0x80 ? 0 : second[second[0] < 0xE0 ? 1 : 2];
  return 0x10000 | (uint32_t)second[0] << 8 | last;
}

/// Looks at one gap or blank, at which a run of bytes ends that began at `start`, `before`, and another one begins,
/// `next`. Whether the first of them may stand there again.
static inline int doubles_at(
    const uint8_t *bytes, size_t count, uint8_t blank, size_t end, int is_blank, size_t *start,
    uint32_t *before, uint32_t next) {
  const size_t run = *start;
  // Nothing stands between two blanks or gaps.
  if (is_blank || run == end) {
    *start = end + 1;
  } else if (may_double_at(bytes, count, blank, end, start)) {
    return 1;
  }
  if (*start != run) *before = *start == end + 1 ? next : 0;
  return 0;
}

__attribute__((always_inline)) static inline int may_double(
    const uint8_t *bytes, size_t count, uint8_t blank,
    Edges (*edges_of)(const uint8_t *, uint8_t)) {
  size_t start = 0;
  // How the run at `start` begins; 0 where nobody knows.
  uint32_t before = 0;
  for (size_t i = 0; i < count; i += 64) {
    BLOCK80(block, bytes, count, i)
    const Edges edges = edges_of(block, blank);
    // A word begins behind markup, too.
    uint64_t ends = edges.gaps | (edges.blanks & ~(edges.blanks >> 1));
    const uint64_t spaces = edges.gaps & ~edges.no_breaks & ~edges.blanks;
    // Spaces with a letter of ASCII behind them; what follows the block is looked at.
    const uint64_t plain = spaces & edges.letters >> 1;
    if (i == 0) before = beginning(block);
    for (; ends != 0; ends &= ends - 1) {
      const size_t end = (size_t)__builtin_ctzll(ends);
      // Nearly always one space stands between two words, and they begin with other letters.
      uint32_t next;
      if (plain >> end & 1) {
        next = plain_beginning(block + end + 1);
        if (next != before && before != 0) {
          start = i + end + 1;
          before = next;
          continue;
        }
      } else {
        next = beginning(block + end + 1);
      }
      // What begins with a letter is nothing that begins with a sign, unless another gap follows.
      const uint8_t first = block[end + 1];
      if (next != before && before != 0 && first > ' ' && first != 0xC2 && spaces >> end & 1) {
        start = i + end + 1;
        before = next;
      } else if (doubles_at(
                     bytes, count, blank, i + end, edges.blanks >> end & 1, &start, &before,
                     next)) {
        return 1;
      }
    }
  }
  return 0;
}

#if defined(__x86_64__)

AVX2 static int may_double_avx2(const uint8_t *bytes, size_t count, uint8_t blank) {
  return may_double(bytes, count, blank, edges_avx2);
}

#endif

int scan_may_double(const uint8_t *bytes, size_t count, uint8_t blank) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return may_double_avx2(bytes, count, blank);
#endif
  return may_double(bytes, count, blank, edges_of);
}

#if defined(__x86_64__)

/// One bit for each of 64 bytes with which such a character begins; the byte behind them is looked at, too.
AVX2 static inline uint64_t pair_marks_avx2(const uint8_t *bytes) {
  __m256i begins[2];
  for (int half = 0; half < 2; half++) {
    const __m256i lead = _mm256_loadu_si256((const __m256i *)(bytes + 32 * half));
    const __m256i next = _mm256_loadu_si256((const __m256i *)(bytes + 32 * half + 1));
    begins[half] = AND8(
        OR8(EQ8(lead, 0xE3), EQ8(lead, 0xEF)), OR8(EQ8(next, 0x80), EQ8(next, 0xBC)));
  }
  return bits_avx2(begins[0], begins[1]);
}

AVX2 static int may_pair_marks_avx2(const uint8_t *bytes, size_t count) {
  uint64_t before = 0;
  for (size_t i = 0; i < count; i += 64) {
    const uint8_t *block = bytes + i;
    uint8_t filled[65];
    if (count - i < sizeof filled) {
      memset(filled, 0, sizeof filled);
      scan_copy_few(filled, block, count - i);
      block = filled;
    }
    const uint64_t begins = pair_marks_avx2(block);
    // The second of two begins three bytes behind the first.
    if ((begins & (begins << 3 | before >> 61)) != 0) return 1;
    before = begins;
  }
  return 0;
}

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

int scan_may_pair_marks(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return may_pair_marks_avx2(bytes, count);
#endif
  for (size_t i = 0; i + 4 < count; i++)
    if ((bytes[i] == 0xE3 || bytes[i] == 0xEF) && (bytes[i + 3] == 0xE3 || bytes[i + 3] == 0xEF)
        && (bytes[i + 1] == 0x80 || bytes[i + 1] == 0xBC)
        && (bytes[i + 4] == 0x80 || bytes[i + 4] == 0xBC))
      return 1;
  return 0;
}

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

/// Votes of the words of ASCII letters that a block of 80 bytes begins with, by the bits of their first and last
/// letters; `offset` becomes where the first word begins that is another one or goes on behind the block, or 64. 0
/// where the rest does not matter.
static inline int add_block_votes(
    ScanVotes *votes, int *certain, const uint8_t *block, size_t *offset, uint32_t language,
    const ScanLanguages *t) {
  const uint64_t beyond = scan_beyond_ascii(block);
  const uint64_t letters = scan_ascii_letter_bits(block) | beyond;
  uint64_t starts = letters & ~(letters << 1), ends = ~letters & letters << 1;
  for (; ends != 0; starts &= starts - 1, ends &= ends - 1) {
    const size_t start = (size_t)__builtin_ctzll(starts), end = (size_t)__builtin_ctzll(ends);
    const size_t length = end - start;
    if (length >= 16 || block[end] == '\''
        || (beyond >> start & ~(~(uint64_t)0 << length)) != 0)
      break;
    const uint32_t function_of = languages_of_letters(block + start, length, t);
    if (!add_vote(votes, certain, function_of, 0, block[start] & 0x20, language)) return 0;
  }
  *offset = starts != 0 ? (size_t)__builtin_ctzll(starts) : 64;
  return 1;
}

ScanVotes scan_own_votes(
    const uint8_t *bytes, size_t count, uint32_t language, const ScanLanguages *languages) {
  ScanVotes votes = {0, 0, 0};
  int certain = 0;
  for (size_t i = 0; i < count;) {
    if (bytes[i] < 0x80) {
      BLOCK80(block, bytes, count, i)
      size_t offset;
      if (!add_block_votes(&votes, &certain, block, &offset, language, languages)) break;
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
