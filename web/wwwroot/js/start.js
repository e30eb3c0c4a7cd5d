// The one entry: every page loads it; each module looks for the elements it cares for.
import { startCards } from "./cards.js";
import { startClocks } from "./clocks.js";
import { startForms } from "./forms.js";
import { startKeyboard } from "./keyboard.js";
import { startLive } from "./live.js";
import { startMenus } from "./menus.js";
import { startRecordings } from "./recordings.js";
import { startRefresh } from "./refresh.js";
import { startRows } from "./rows.js";
import { startSwap } from "./swap.js";
import { startTheme } from "./theme.js";
import { startWall } from "./wall.js";

startCards();
startClocks();
startTheme();
startMenus();
startForms();
startKeyboard();
startRecordings();
startRefresh();
startRows();
startSwap();
startWall();
startLive();
