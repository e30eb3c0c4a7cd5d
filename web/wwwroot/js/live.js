// Keeps every element with data-live-region up to date over one connection. It knows the number of the last change that it shows, so
// after a break the server sends what differs; the page is never taken for new while the connection is away.
import { addDelay, lost, signOfLife, startBadge } from "./badge.js";
import { applyUpdate } from "./sections.js";
import { measureOffset, serverNow } from "./time.js";

const RetryMs = [0, 200, 500, 1000, 2000, 5000];
const RenewMs = 30 * 60 * 1000;
const OffsetMs = 5 * 60 * 1000;
const LeavingMs = 5000;
const WatchAgainMs = 2000;

const retry = { nextRetryDelayInMilliseconds: (context) => RetryMs[Math.min(context.previousRetryCount, RetryMs.length - 1)] };

// Calls back when what was just changed is on the screen: the task after the next frame.
function afterPaint(callback) {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = callback;
    channel.port2.postMessage(null);
  });
}

function show(region, update) {
  if (update.beat === undefined) {
    applyUpdate(region, update);
    region.dataset.liveEpoch = update.epoch;
    region.dataset.liveSeq = update.seq;
    if (!update.full && !document.hidden) {
      afterPaint(() => addDelay(serverNow() - update.at));
    }
  }
  signOfLife();
}

function watch(connection, region) {
  const { liveRegion, liveArgument, liveLanguage, liveEpoch, liveSeq } = region.dataset;
  connection.stream("Watch", liveRegion, liveArgument, liveLanguage, liveEpoch || null, Number(liveSeq)).subscribe({
    next: (update) => show(region, update),
    complete: () => {},
    // The server ended the stream (no room, or the project is away): what is shown gets old and the badge says so, until it is there again.
    error: () => {
      lost();
      setTimeout(() => connection.state === "Connected" && watch(connection, region), WatchAgainMs);
    },
  });
}

let leaving = false;

// The server ends connections whose sign-in ended; the page then leads to the sign-in instead of standing there grey. An answer that does
// not come, or that the server cannot give right now, says nothing. A page that is being left anyhow, as by signing out, is not held up.
async function leaveIfSignedOut() {
  const answer = await fetch("/live/renew", { redirect: "manual" }).catch(() => null);
  if (answer && !answer.ok && answer.status < 500 && !leaving) {
    location.reload();
  }
}

export function startLive() {
  const regions = [...document.querySelectorAll("[data-live-region]")];
  if (regions.length === 0) {
    return;
  }
  const connection = new signalR.HubConnectionBuilder()
    .withUrl("/hubs/live")
    .withAutomaticReconnect(retry)
    .withServerTimeout(10_000)
    .withKeepAliveInterval(4_000)
    .configureLogging(signalR.LogLevel.None)
    .build();
  const begin = async () => {
    regions.forEach((region) => watch(connection, region));
    await measureOffset(() => connection.invoke("Clock"));
  };
  connection.onreconnecting(lost);
  connection.onreconnected(begin);
  const connect = async (attempt) => {
    try {
      await connection.start();
      await begin();
    } catch {
      setTimeout(() => connect(attempt + 1), RetryMs[Math.min(attempt, RetryMs.length - 1)]);
    }
  };
  // The server's own word: this sign-in is over. Somebody who set his password in another tab has a new one by now.
  connection.onclose(async () => {
    lost();
    await leaveIfSignedOut();
    connect(1);
  });
  // A file that is fetched looks like leaving as well, but the page stays.
  addEventListener("beforeunload", () => {
    leaving = true;
    setTimeout(() => (leaving = false), LeavingMs);
  });
  startBadge();
  connect(1);
  setInterval(() => connection.state === "Connected" && measureOffset(() => connection.invoke("Clock")).catch(() => {}), OffsetMs);
  setInterval(() => fetch("/live/renew").catch(() => {}), RenewMs);
}
