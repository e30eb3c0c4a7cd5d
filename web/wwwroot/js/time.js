// The server's time as this browser knows it: its own clock plus a measured offset.
let offset = 0;
let bestRoundTrip = Infinity;

export const serverNow = () => Date.now() + offset;

// Asks the server for its time a few times and trusts the quickest answer, whose error is at most half its round trip.
export async function measureOffset(askServer, times = 5) {
  bestRoundTrip = Infinity;
  for (let i = 0; i < times; i++) {
    const sent = performance.now();
    const server = await askServer();
    const roundTrip = performance.now() - sent;
    if (roundTrip < bestRoundTrip) {
      bestRoundTrip = roundTrip;
      offset = Math.round(server + roundTrip / 2 - Date.now());
    }
  }
}
