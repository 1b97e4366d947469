// What the files of this folder have in common: vectors of AVX2, which functions use that are named for it, and
// blocks of a text.
#ifndef VECTORS_H
#define VECTORS_H

#include "CScan.h"

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

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,popcnt")))
#define TABLE(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))

// Comparisons are signed: 0x80 to 0xFF count as -128 to -1.
#define EQ8(block, value) _mm256_cmpeq_epi8(block, _mm256_set1_epi8((char)(value)))
#define BELOW8(block, value) _mm256_cmpgt_epi8(_mm256_set1_epi8((char)(value)), block)
#define FROM8(block, value) _mm256_cmpgt_epi8(block, _mm256_set1_epi8((char)((value)-1)))
#define OR8 _mm256_or_si256
#define AND8 _mm256_and_si256

/// What a table says of the low or the high nibble of each byte.
#define LOW_CLASSES(block, table)                                                                  \
  _mm256_shuffle_epi8(table, AND8(block, _mm256_set1_epi8(0x0F)))
#define HIGH_CLASSES(block, table)                                                                 \
  _mm256_shuffle_epi8(table, AND8(_mm256_srli_epi16(block, 4), _mm256_set1_epi8(0x0F)))

/// Where the 64 bytes begin that are read for those from `offset` on of `count`: the last ones of the text where fewer
/// are left. Bits of what is looked for are shifted by as many as stand before `offset`.
static inline size_t whole_block(size_t offset, size_t count) {
  return count - offset < 64 && count >= 64 ? count - 64 : offset;
}

/// 64 bytes that are read at once, and how many of them stand before those that are looked at.
typedef struct {
  __m256i first, second;
  size_t skipped;
} Block;

/// The bytes from `offset` on of a text of `count`; one of fewer than 64 is filled up.
AVX2 static inline Block block_at(const uint8_t *text, size_t count, size_t offset) {
  const size_t start = whole_block(offset, count);
  return (Block){
      _mm256_loadu_si256((const __m256i *)(text + start)),
      _mm256_loadu_si256((const __m256i *)(text + start + 32)), offset - start};
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

#endif

#endif
