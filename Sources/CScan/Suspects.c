#include "CScan.h"
#include "Vectors.h"

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

/// For each of 32 bytes of ASCII whether a suspect may begin there; not zero where one may. Only two marks of a run
/// are looked at, for nearly nowhere two stand side by side.
AVX2 static inline __m256i may_be_suspects_in_ascii(__m256i one, __m256i two) {
  // Bits: 1 and 2 for controls, 4 for U+007F, 8 for the marks of runs, 16 for a carriage return; see
  // `markup_avx2`.
  const __m256i low =
      TABLE(3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2 | 8, 3, 3 | 8, 2 | 16, 3 | 8, 3 | 4);
  const __m256i high = TABLE(1 | 16, 2, 0, 8, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i nibble = AND8(_mm256_srli_epi16(one, 4), _mm256_set1_epi8(0x0F));
  const __m256i classes =
      AND8(_mm256_shuffle_epi8(low, one), _mm256_shuffle_epi8(high, nibble));
  // A mark counts in a run, and a carriage return without a line feed behind it.
  const __m256i wanted = OR8(
      OR8(_mm256_set1_epi8(7), AND8(_mm256_cmpeq_epi8(one, two), _mm256_set1_epi8(8))),
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
  __m256i one[2], two[2], hits[2];
  for (int half = 0; half < 2; half++) {
    one[half] = _mm256_loadu_si256((const __m256i *)(start + 32 * half));
    two[half] = _mm256_loadu_si256((const __m256i *)(start + 32 * half + 1));
    hits[half] = may_be_suspects_in_ascii(one[half], two[half]);
  }
  __m256i any = OR8(hits[0], hits[1]);
  // Most text has nothing beyond ASCII, and most of what is has nothing of the suspects' bytes.
  const int is_ascii = _mm256_movemask_epi8(OR8(one[0], OR8(one[1], two[1]))) == 0;
  if (is_ascii && _mm256_testz_si256(any, any)) return 0;
  __m256i three[2];
  for (int half = 0; half < 2; half++) {
    three[half] = _mm256_loadu_si256((const __m256i *)(start + 32 * half + 2));
    // A run has three.
    const __m256i isOther = _mm256_andnot_si256(
        _mm256_cmpeq_epi8(two[half], three[half]), _mm256_set1_epi8(8));
    hits[half] = _mm256_andnot_si256(isOther, hits[half]);
  }
  if (!is_ascii) {
    const __m256i some = OR8(
        may_be_suspects(one[0], two[0], three[0]), may_be_suspects(one[1], two[1], three[1]));
    if (!_mm256_testz_si256(some, some))
      for (int half = 0; half < 2; half++)
        hits[half] = OR8(hits[half], suspects_beyond_ascii(one[half], two[half], three[half]));
  }
  any = OR8(hits[0], hits[1]);
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
