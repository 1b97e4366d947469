#include "CScan.h"
#include "Vectors.h"

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
