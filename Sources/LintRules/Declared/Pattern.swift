internal import CPCRE2
import LintCore

/// A compiled regular expression of PCRE2 over UTF-8 with Unicode properties.
///
/// The compiled code is never written to after `init`, so workers share it; what a match writes to
/// lives in a `Matches` of one worker. Bytes that are not UTF-8 match nothing.
@safe package final class Pattern: Sendable {
  /// A pattern that PCRE2 refused.
  package struct Failure: Error {
    package let message: String
    /// Where the mistake is, in bytes from the start of the pattern.
    let offset: Int
  }

  package struct Options: OptionSet {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let ignoresCase = Options(rawValue: PCRE2_CASELESS)
    /// Only a text that matches from end to end.
    package static let whole = Options(rawValue: PCRE2_ANCHORED | PCRE2_ENDANCHORED)
  }

  /// As it was written.
  let text: String
  /// How many groups in parentheses it has.
  let groups: Int

  /// Whether a match must begin where the search does, so that a search can't be taken in parts.
  fileprivate let isAnchored: Bool

  fileprivate nonisolated(unsafe) let code: OpaquePointer

  /// - Parameter isCompiledToCode: Whether it will be used often enough to pay for machine code.
  package init(_ text: String, _ options: Options = [], isCompiledToCode: Bool = true)
    throws(Failure)
  {
    self.text = text
    var number: Int32 = 0
    var offset = 0
    isAnchored = options.contains(.whole) || text.contains("\\G")
    let flags =
      PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C
      | PCRE2_USE_OFFSET_LIMIT | options.rawValue
    let bytes = Array(text.utf8)
    let code = unsafe bytes.withUnsafeBufferPointer { buffer in
      // An empty array has no address.
      unsafe buffer.baseAddress.flatMap {
        unsafe pcre2_compile_8($0, buffer.count, flags, &number, &offset, nil)
      }
    }
    guard let code = unsafe code else {
      guard !bytes.isEmpty else { throw Failure(message: "is empty", offset: 0) }
      throw Failure(message: Self.message(number), offset: min(offset, bytes.count))
    }
    unsafe self.code = code
    // Where it can't be compiled to machine code it is interpreted, which is only slower.
    if isCompiledToCode { unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) }
    var groups: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
    self.groups = Int(groups)
  }

  /// What PCRE2 makes of a glob: a pattern for a whole path, anchored by itself.
  package static func converted(glob: String) throws(Failure) -> String {
    var buffer: UnsafeMutablePointer<UInt8>? = nil
    var length = 0
    let bytes = Array(glob.utf8)
    guard !bytes.isEmpty else { throw Failure(message: "is empty", offset: 0) }
    let status = unsafe bytes.withUnsafeBufferPointer {
      unsafe pcre2_pattern_convert_8(
        $0.baseAddress!, $0.count, PCRE2_CONVERT_UTF | PCRE2_CONVERT_GLOB,
        &buffer, &length, nil)
    }
    defer { unsafe pcre2_converted_pattern_free_8(buffer) }
    guard status == 0, let text = unsafe buffer else {
      throw Failure(message: message(status), offset: min(length, bytes.count))
    }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self)
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// A pattern that matches a text and nothing else.
  static func quoted(_ text: String) -> String {
    var quoted = ""
    for character in text.unicodeScalars {
      if character.isASCII, !character.properties.isAlphabetic, !("0"..."9").contains(character) {
        quoted += "\\"
      }
      quoted.unicodeScalars.append(character)
    }
    return quoted
  }

  fileprivate static func message(_ number: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe pcre2_get_error_message_8(number, $0.baseAddress!, $0.count)
    }
    return String(decoding: buffer.prefix(max(Int(length), 0)), as: UTF8.self)
  }
}

/// Looks for a pattern in one text after the other. It keeps what a match writes, so only one
/// thread may use it at a time.
@safe package struct Matches: ~Copyable {
  /// Why a match was given up.
  package struct Runaway: Error {
    let message: String
    /// Whether PCRE2 stopped at the limit of steps from one offset, so that a higher one may help.
    var isOverLimit = false
  }

  private let pattern: Pattern
  private let data: OpaquePointer
  /// Limits on what one match may take: bad patterns take exponential time on harmless text.
  private let limits: OpaquePointer
  /// How many steps are left for all texts together.
  private let left: UnsafeMutablePointer<Int>

  /// The stages of a search: at how many offsets one part of it tries to begin a match, and how
  /// many steps PCRE2 may take from each of them.
  ///
  /// PCRE2 counts the steps from one offset and begins to count anew at the next, so a pattern that
  /// stays just below the limit takes that many steps for each byte of a page. Patterns in real use
  /// need fewer steps than the first limit. Where one needs more, the same part is searched again
  /// in smaller parts with more steps, and the most that they may take is subtracted from those
  /// that are left. No clock is asked, so that a page always has the same findings.
  private static let stages: [(starts: Int, steps: Int)] = [
    (1024, 100), (64, 1000), (8, 10_000), (1, 100_000),
  ]
  /// The steps of one rule in one file, for all its patterns: about half a second, since machine
  /// code counts only some of its steps.
  package static let allowance = 10_000_000
  private static let depthLimit: UInt32 = 100_000
  /// In KiB, for one match, which frees it when it ends.
  private static let heapLimit: UInt32 = 32_768

  /// - Parameter steps: How many it may take in all.
  package init(of pattern: Pattern, steps: Int = allowance) {
    self.pattern = pattern
    unsafe data = unsafe pcre2_match_data_create_from_pattern_8(pattern.code, nil)!
    unsafe limits = unsafe pcre2_match_context_create_8(nil)!
    unsafe pcre2_set_depth_limit_8(limits, Self.depthLimit)
    unsafe pcre2_set_heap_limit_8(limits, Self.heapLimit)
    unsafe left = .allocate(capacity: 1)
    unsafe left.initialize(to: steps)
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(limits)
    unsafe left.deallocate()
  }

  /// How many steps it may still take.
  var stepsLeft: Int { unsafe left.pointee }

  /// The next match at or after `start` that is not empty.
  ///
  /// - Throws: `Runaway` when the search reaches a limit on steps or memory.
  package func next(in bytes: Span<UInt8>, from start: Int = 0) throws(Runaway) -> Range<Int>? {
    guard start <= bytes.count, !bytes.isEmpty else { return nil }
    guard !pattern.isAnchored else {
      return try match(bytes, start, bytes.count, Self.stages.last!)
    }
    return try next(in: bytes, from: start, before: bytes.count + 1, stage: 0)
  }

  /// The next match that begins in a part of a text.
  private func next(
    in bytes: Span<UInt8>, from start: Int, before end: Int, stage: Int
  ) throws(Runaway) -> Range<Int>? {
    let limits = Self.stages[stage]
    var offset = start
    while offset < end {
      var next = min(offset + limits.starts, end)
      // A search begins where a character does.
      while next < min(end, bytes.count), bytes[next] & 0xC0 == 0x80 { next += 1 }
      do throws(Runaway) {
        if let found = try match(bytes, offset, next - 1, limits) { return found }
      } catch {
        guard error.isOverLimit, stage + 1 < Self.stages.count else { throw error }
        if let found = try self.next(in: bytes, from: offset, before: next, stage: stage + 1) {
          return found
        }
      }
      offset = next
    }
    return nil
  }

  /// The next match that begins at an offset from `start` through `last`.
  private func match(
    _ bytes: Span<UInt8>, _ start: Int, _ last: Int, _ stage: (starts: Int, steps: Int)
  ) throws(Runaway) -> Range<Int>? {
    // The first stage, which every page takes, costs nothing, nor does an anchored pattern, which
    // is tried at one offset.
    if stage.steps > Self.stages[0].steps, !pattern.isAnchored {
      unsafe left.pointee -= stage.starts * stage.steps
      guard stepsLeft >= 0 else {
        throw Runaway(message: "too many steps in this file", isOverLimit: false)
      }
    }
    unsafe pcre2_set_match_limit_8(limits, UInt32(stage.steps))
    unsafe pcre2_set_offset_limit_8(limits, last)
    var status = match(bytes, start, 0)
    // Machine code has a small stack; without it there is only the limit on the heap.
    if status == PCRE2_ERROR_JIT_STACKLIMIT {
      status = match(bytes, start, PCRE2_NO_JIT)
    }
    if status >= 0 { return group(0) }
    guard status != PCRE2_ERROR_NOMATCH else { return nil }
    throw Runaway(
      message: Pattern.message(status), isOverLimit: status == PCRE2_ERROR_MATCHLIMIT)
  }

  /// What a group of the last match holds; `nil` when it took no part.
  func group(_ index: Int) -> Range<Int>? {
    guard index <= pattern.groups else { return nil }
    let ends = unsafe pcre2_get_ovector_pointer_8(data)!
    let (lower, upper) = unsafe (ends[2 * index], ends[2 * index + 1])
    // `\K` can put the start behind the end.
    return lower <= upper && upper != Int.max && lower >= 0 ? lower..<upper : nil
  }

  private func match(_ bytes: Span<UInt8>, _ start: Int, _ options: UInt32) -> Int32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_match_8(
        pattern.code, buffer.baseAddress!, buffer.count, start, PCRE2_NOTEMPTY | options, data,
        limits)
    }
  }
}

extension Pattern {
  /// Whether it matches anywhere. The steps that this takes are subtracted from `steps`.
  func isFound(in bytes: Span<UInt8>, _ steps: inout Int) throws(Matches.Runaway) -> Bool {
    let matches = Matches(of: self, steps: steps)
    defer { steps = matches.stepsLeft }
    return try matches.next(in: bytes) != nil
  }
}
