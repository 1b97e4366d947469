#include "CScan.h"
#include "Vectors.h"

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
