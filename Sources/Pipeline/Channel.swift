// A bounded channel between stages: a sender waits while it is full, a receiver while it is empty.

import Dispatch
import Synchronization

/// A queue of at most `capacity` elements that any number of threads may send to and receive from.
///
/// One send or receive costs two semaphore operations and a lock, about 150 ns: send batches.
final class Channel<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element?] = []
    var first = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  // Semaphores begin at 0 and are signalled up: one that is freed below its first value traps.
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    for _ in 0..<max(1, capacity) { free.signal() }
  }

  /// Waits for room, then appends. Sending to a closed channel drops the element.
  func send(_ element: Element) {
    free.wait()
    let isOpen = state.withLock { state in
      if !state.isClosed { state.elements.append(element) }
      return !state.isClosed
    }
    (isOpen ? filled : free).signal()
  }

  /// Waits for an element; nil once the channel is closed and empty.
  func receive() -> Element? {
    filled.wait()
    let element: Element? = state.withLock { state in
      guard state.first < state.elements.count else { return nil }
      let element = state.elements[state.first]
      state.elements[state.first] = nil
      state.first += 1
      if state.first == state.elements.count || state.first == 1024 {
        state.elements.removeFirst(state.first)
        state.first = 0
      }
      return element
    }
    // Closed and empty: pass the signal on to the next receiver.
    (element == nil ? filled : free).signal()
    return element
  }

  /// No more elements will be sent; receivers get what is left, then nil.
  func close() {
    let wasOpen = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    if wasOpen { filled.signal() }
  }
}
