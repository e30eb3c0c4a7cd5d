// Keeps what is being typed in this window until it was sent, so that a new start of the server loses nothing. The server asks for it by
// name; what is kept is bounded and goes with the window.
const Longest = 256 * 1024;
const prefix = "typed:";

window.callCenterKeep = {
  get: (name) => sessionStorage.getItem(prefix + name),
  set: (name, text) => {
    if (text === null) {
      sessionStorage.removeItem(prefix + name);
    } else if (text.length <= Longest) {
      sessionStorage.setItem(prefix + name, text);
    }
  },
};
