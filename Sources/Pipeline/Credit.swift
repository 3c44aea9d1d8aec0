// Back-pressure: how many bytes one reader may have under way before the committer catches up.

import Dispatch
import Synchronization

/// A reader's allowance in bytes, drawn by the reader alone and given back by the committer.
///
/// The committer takes archives in order, so what a second reader is ahead waits in the reorder
/// buffer: this allowance is what bounds that buffer, whatever the sizes of the archives. The
/// reader of the archive that the committer is at always gets its own bytes back, so it never
/// waits for another reader.
final class Credit: Sendable {
  private struct State {
    var used = 0
    var isWaiting = false
  }

  private let limit: Int
  private let state = Mutex(State())
  private let returned = DispatchSemaphore(value: 0)

  init(bytes: Int) {
    limit = bytes
  }

  /// Waits until `bytes` fit; anything fits when nothing is under way.
  func draw(_ bytes: Int) {
    while true {
      let isDrawn = state.withLock { state in
        if state.used == 0 || state.used + bytes <= limit {
          state.used += bytes
          return true
        }
        state.isWaiting = true
        return false
      }
      if isDrawn { return }
      returned.wait()
    }
  }

  /// Gives back what a batch had drawn.
  func giveBack(_ bytes: Int) {
    let wakes = state.withLock { state in
      state.used -= bytes
      defer { state.isWaiting = false }
      return state.isWaiting
    }
    if wakes { returned.signal() }
  }
}
