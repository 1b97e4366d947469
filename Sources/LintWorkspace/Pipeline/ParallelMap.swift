internal import Dispatch
import Synchronization

/// Turns items into results on several workers and hands the results over one by one, in the order
/// of the items.
///
/// Workers take small batches, so that one with large files does not hold up the others; a result
/// waits only for those before it. `consume` is never called twice at a time.
public struct ParallelMap: Sendable {
  public let workers: Int

  /// Items that a worker takes at a time.
  private static let batch = 16
  /// Below this many items, starting workers costs more than they save.
  private static let fewest = 32

  public init(workers: Int) {
    self.workers = workers
  }

  /// Returns when the results of all items have been consumed.
  public func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], transform: @escaping @Sendable (Item) -> Result,
    consume: @escaping @Sendable (Result) -> Void
  ) {
    guard workers > 1, items.count >= Self.fewest else {
      for item in items { consume(transform(item)) }
      return
    }
    let next = Cursor()
    let queue = OrderedQueue(consume)
    // The caller is one of the workers, so that a run of one starts no thread.
    DispatchQueue.concurrentPerform(iterations: min(workers, items.count / Self.batch)) { _ in
      while let batch = next.take(Self.batch, of: items.count) {
        queue.add(batch.map { transform(items[$0]) }, from: batch.lowerBound)
      }
    }
  }
}

/// Counts the items that have been taken.
private final class Cursor: Sendable {
  private let position = Atomic(0)

  func take(_ size: Int, of count: Int) -> Range<Int>? {
    let start = position.add(size, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + size, count) : nil
  }
}

/// Results that wait for those before them.
private final class OrderedQueue<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: [Result]] = [:]
    var isEmitting = false
  }

  private let state = Mutex(State())
  private let consume: @Sendable (Result) -> Void

  init(_ consume: @escaping @Sendable (Result) -> Void) {
    self.consume = consume
  }

  /// Adds the results of a batch and hands over all that are due. A worker that finds another one
  /// handing over leaves its results to it.
  func add(_ results: [Result], from start: Int) {
    let isMine = state.withLock { state in
      state.waiting[start] = results
      if state.isEmitting { return false }
      state.isEmitting = true
      return true
    }
    guard isMine else { return }
    while let due = takeDue() {
      for result in due { consume(result) }
    }
  }

  private func takeDue() -> [Result]? {
    state.withLock { state in
      guard let due = state.waiting.removeValue(forKey: state.next) else {
        state.isEmitting = false
        return nil
      }
      state.next += due.count
      return due
    }
  }
}
