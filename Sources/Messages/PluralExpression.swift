import LintText

/// The expression of a header that says which form a number has (gettext manual, "Plural forms"): C with
/// one variable, `n`.
package struct PluralExpression: Sendable {
  /// A step of it, for a machine with a stack: conditions look at both branches, for nothing has an effect.
  private enum Step {
    case number(UInt64)
    case variable
    case not
    case binary(Operator)
    case choose
  }

  private enum Operator {
    case or, and, equal, unequal, less, lessOrEqual, greater, greaterOrEqual
    case add, subtract, multiply, divide, remainder
  }

  private var steps: [Step] = []

  /// `nil` where it can't be read.
  package init?(_ text: Span<UInt8>) {
    var parser = Parser()
    guard parser.readChoice(text, depth: 0) else { return nil }
    parser.skipSpace(text)
    if parser.index < text.count, text[parser.index] != 0x3B { return nil }
    guard parser.steps.count <= MessageLimits.formula else { return nil }
    steps = parser.steps
  }

  /// No less than the highest form of any number, also of fractions, which a header may speak of: the greatest number that stands
  /// where a form is chosen.
  package var bound: UInt64 {
    var stack: [UInt64] = []
    for step in steps {
      switch step {
      case .number(let value): stack.append(value)
      case .variable: stack.append(.max)
      case .not:
        _ = stack.popLast()
        stack.append(1)
      case .choose:
        let (other, one) = (stack.popLast() ?? .max, stack.popLast() ?? .max)
        _ = stack.popLast()
        stack.append(max(one, other))
      case .binary(let operation):
        let (right, left) = (stack.popLast() ?? .max, stack.popLast() ?? .max)
        switch operation {
        case .or, .and, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
          stack.append(1)
        case .remainder: stack.append(min(left, right))
        case .add, .subtract, .multiply, .divide: stack.append(.max)
        }
      }
    }
    return stack.last ?? .max
  }

  /// The form of a number; `nil` where it divides by zero.
  package func form(of number: UInt64) -> Int? {
    var stack: [UInt64] = []
    for step in steps {
      switch step {
      case .number(let value): stack.append(value)
      case .variable: stack.append(number)
      case .not:
        guard let value = stack.popLast() else { return nil }
        stack.append(value == 0 ? 1 : 0)
      case .choose:
        guard let other = stack.popLast(), let one = stack.popLast(), let test = stack.popLast()
        else { return nil }
        stack.append(test != 0 ? one : other)
      case .binary(let operation):
        guard let right = stack.popLast(), let left = stack.popLast(),
          let value = Self.value(operation, left, right)
        else { return nil }
        stack.append(value)
      }
    }
    return stack.last.flatMap { $0 < 64 ? Int($0) : nil }
  }

  /// The forms of many numbers, worked out step by step for all of them at once.
  package func forms(of numbers: [UInt64]) -> [Int] {
    var stack: [[UInt64]] = []
    for step in steps {
      switch step {
      case .number(let value): stack.append(Array(repeating: value, count: numbers.count))
      case .variable: stack.append(numbers)
      case .not:
        guard let values = stack.popLast() else { return [] }
        stack.append(values.map { $0 == 0 ? 1 : 0 })
      case .choose:
        guard let others = stack.popLast(), var ones = stack.popLast(), let tests = stack.popLast()
        else { return [] }
        for index in ones.indices where tests[index] == 0 { ones[index] = others[index] }
        stack.append(ones)
      case .binary(let operation):
        guard let rights = stack.popLast(), var lefts = stack.popLast() else { return [] }
        Self.apply(operation, to: &lefts, rights)
        stack.append(lefts)
      }
    }
    return stack.last.map { $0.map { Int(min($0, 64)) } } ?? []
  }

  /// Does for many numbers what `value` does for two: the sign is asked for once.
  private static func apply(_ operation: Operator, to lefts: inout [UInt64], _ rights: [UInt64]) {
    switch operation {
    case .or: combine(&lefts, rights) { $0 != 0 || $1 != 0 ? 1 : 0 }
    case .and: combine(&lefts, rights) { $0 != 0 && $1 != 0 ? 1 : 0 }
    case .equal: combine(&lefts, rights) { $0 == $1 ? 1 : 0 }
    case .unequal: combine(&lefts, rights) { $0 != $1 ? 1 : 0 }
    case .less: combine(&lefts, rights) { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: combine(&lefts, rights) { $0 <= $1 ? 1 : 0 }
    case .greater: combine(&lefts, rights) { $0 > $1 ? 1 : 0 }
    case .greaterOrEqual: combine(&lefts, rights) { $0 >= $1 ? 1 : 0 }
    case .remainder: combine(&lefts, rights) { $1 == 0 ? 0 : $0 % $1 }
    case .add, .subtract, .multiply, .divide:
      combine(&lefts, rights) { value(operation, $0, $1) ?? 0 }
    }
  }

  @inline(__always)
  private static func combine(
    _ lefts: inout [UInt64], _ rights: [UInt64], _ value: (UInt64, UInt64) -> UInt64
  ) {
    for index in 0..<min(lefts.count, rights.count) {
      lefts[index] = value(lefts[index], rights[index])
    }
  }

  private static func value(_ operation: Operator, _ left: UInt64, _ right: UInt64) -> UInt64? {
    func number(_ condition: Bool) -> UInt64 { condition ? 1 : 0 }
    switch operation {
    case .or: return number(left != 0 || right != 0)
    case .and: return number(left != 0 && right != 0)
    case .equal: return number(left == right)
    case .unequal: return number(left != right)
    case .less: return number(left < right)
    case .lessOrEqual: return number(left <= right)
    case .greater: return number(left > right)
    case .greaterOrEqual: return number(left >= right)
    case .add: return left &+ right
    case .subtract: return left &- right
    case .multiply: return left &* right
    // A branch that is not taken may divide by zero.
    case .divide: return right == 0 ? 0 : left / right
    case .remainder: return right == 0 ? 0 : left % right
    }
  }

  /// Reads an expression by how tightly its signs bind.
  private struct Parser {
    var steps: [Step] = []
    var index = 0

    mutating func skipSpace(_ text: Span<UInt8>) {
      while index < text.count, text[index].isSpace { index += 1 }
    }

    mutating func take(_ sign: StaticString, _ text: Span<UInt8>) -> Bool {
      skipSpace(text)
      guard text.has(sign, at: index) else { return false }
      index += sign.utf8CodeUnitCount
      return true
    }

    mutating func readChoice(_ text: Span<UInt8>, depth: Int) -> Bool {
      guard depth < MessageLimits.depth, readBinary(text, 0, depth) else { return false }
      guard take("?", text) else { return true }
      guard readChoice(text, depth: depth + 1), take(":", text),
        readChoice(text, depth: depth + 1)
      else { return false }
      steps.append(.choose)
      return true
    }

    /// - Parameter level: how tightly the signs bind that are looked for, from 0.
    private mutating func readBinary(_ text: Span<UInt8>, _ level: Int, _ depth: Int) -> Bool {
      guard level < 6 else { return readUnary(text, depth) }
      guard readBinary(text, level + 1, depth) else { return false }
      while let operation = readOperator(text, level) {
        guard readBinary(text, level + 1, depth) else { return false }
        steps.append(.binary(operation))
      }
      return true
    }

    private mutating func readOperator(_ text: Span<UInt8>, _ level: Int) -> Operator? {
      switch level {
      case 0: return take("||", text) ? .or : nil
      case 1: return take("&&", text) ? .and : nil
      case 2: return take("==", text) ? .equal : take("!=", text) ? .unequal : nil
      case 3:
        return take("<=", text)
          ? .lessOrEqual
          : take(">=", text)
            ? .greaterOrEqual : take("<", text) ? .less : take(">", text) ? .greater : nil
      case 4: return take("+", text) ? .add : take("-", text) ? .subtract : nil
      default:
        return take("*", text)
          ? .multiply : take("/", text) ? .divide : take("%", text) ? .remainder : nil
      }
    }

    private mutating func readUnary(_ text: Span<UInt8>, _ depth: Int) -> Bool {
      skipSpace(text)
      guard index < text.count else { return false }
      if text[index] == 0x21, !text.has("!=", at: index) {
        index += 1
        guard depth + 1 < MessageLimits.depth, readUnary(text, depth + 1) else { return false }
        steps.append(.not)
        return true
      }
      if text[index] == 0x28 {
        index += 1
        return readChoice(text, depth: depth + 1) && take(")", text)
      }
      if text[index] == 0x6E {
        index += 1
        steps.append(.variable)
        return true
      }
      var number: UInt64 = 0
      let start = index
      while index < text.count, text[index].isDigit, index - start < 18 {
        number = number * 10 + UInt64(text[index] - 0x30)
        index += 1
      }
      guard index > start else { return false }
      steps.append(.number(number))
      return true
    }
  }
}
