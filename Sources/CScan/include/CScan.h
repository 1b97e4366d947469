// The few lines that Swift can't say as fast: which bytes of a 64-byte block are the ones looked
// for, and whether bytes are UTF-8. Static inline, so that the calls vanish into their callers.
#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// One bit for each of the next 64 bytes that equals `wanted`; never reads past `count` bytes.
static inline uint64_t scan_equal(const uint8_t *bytes, size_t count, uint8_t wanted) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  if (count >= 64) {
    const __m128i needle = _mm_set1_epi8((char)wanted);
    for (int lane = 0; lane < 4; lane++) {
      const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
      const uint64_t bits = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, needle));
      mask |= bits << (16 * lane);
    }
    return mask;
  }
#endif
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if (bytes[i] == wanted) mask |= (uint64_t)1 << i;
  return mask;
}

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
static inline uint64_t scan_markup(const uint8_t *bytes, size_t count) {
  uint64_t mask = 0;
#if defined(__SSE2__)
  if (count >= 64) {
    static const char wanted[] = {'\\', '`', '*', '_', '[', ']', '<', '{', '%', '$', ':'};
    for (int lane = 0; lane < 4; lane++) {
      const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * lane));
      __m128i hits = _mm_setzero_si128();
      for (size_t i = 0; i < sizeof wanted; i++)
        hits = _mm_or_si128(hits, _mm_cmpeq_epi8(block, _mm_set1_epi8(wanted[i])));
      mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(hits) << (16 * lane);
    }
    return mask;
  }
#endif
  const size_t end = count < 64 ? count : 64;
  for (size_t i = 0; i < end; i++)
    if (scan_is_markup_byte(bytes[i])) mask |= (uint64_t)1 << i;
  return mask;
}

/// How many bytes at the start, in whole blocks of 16, are printable ASCII, tabs or line ends:
/// what no rule on characters needs to look at.
static inline size_t scan_plain_prefix(const uint8_t *bytes, size_t count) {
  size_t i = 0;
#if defined(__SSE2__)
  const __m128i low = _mm_set1_epi8(0x20), top = _mm_set1_epi8(0x7F);
  for (; i + 16 <= count; i += 16) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + i));
    // Signed comparison: bytes from 0x80 are negative, so they count as below 0x20.
    __m128i odd = _mm_cmplt_epi8(block, low);
    odd = _mm_andnot_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\n')), odd);
    odd = _mm_andnot_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\r')), odd);
    odd = _mm_andnot_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\t')), odd);
    odd = _mm_or_si128(odd, _mm_cmpeq_epi8(block, top));
    if (_mm_movemask_epi8(odd)) break;
  }
#endif
  return i;
}

#endif
