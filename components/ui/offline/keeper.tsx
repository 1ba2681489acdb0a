import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useMissing } from "@/components/ui/fetched/fetch-part";
import { WindowNote } from "@/components/ui/fetched/window-note";

/** How often a tab that is come back to looks for a new version, ms. */
const LOOK_MS = 600_000;
/** How often a version that waits is made to ask for its turn, ms. */
const ASK_MS = 3000;

/** Opens this page in the new version; what was typed last goes into its address first, as when it is left. */
function reload() {
  dispatchEvent(new Event("pagehide"));
  location.reload();
}

/**
 * Registers the service worker, tells it which build this tab is of (it keeps that one’s scripts while the tab is
 * open), and says once that another build has taken over.
 */
export default function Keeper({ build }: { build: string }) {
  const [isOld, setOld] = useState(false);
  const isMissing = useMissing().length > 0;
  useEffect(() => {
    const { serviceWorker } = navigator;
    let [hasChanged, isTold] = [false, false];
    let looked = Date.now();
    let asking: ReturnType<typeof setInterval> | undefined;
    const greet = () => serviceWorker.controller?.postMessage("here");
    const hear = ({ data, ports, source }: MessageEvent<{ readonly build: string }>) => {
      ports[0]?.postMessage(build);
      if (!hasChanged || isTold || data.build === build || source !== serviceWorker.controller) return;
      isTold = true;
      setOld(true);
    };
    const change = () => {
      hasChanged = true;
      greet();
    };
    const look = () => {
      if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_MS) return;
      looked = Date.now();
      void serviceWorker.getRegistration().then((registration) => registration?.update().catch(() => undefined));
    };
    serviceWorker.addEventListener("message", hear);
    serviceWorker.addEventListener("controllerchange", change);
    document.addEventListener("visibilitychange", look);
    serviceWorker.startMessages();
    // A version that asks to take over while the one before is busy stays waiting, until it is made to ask again.
    const urge = async () => (await serviceWorker.getRegistration())?.waiting?.postMessage("take over");
    const begin = () => {
      asking = setInterval(() => void urge(), ASK_MS);
      greet();
    };
    // Where the browser keeps nothing, everything works that works with a network.
    void serviceWorker.register("/sw.js", { updateViaCache: "none" }).then(begin, () => undefined);
    return () => {
      clearInterval(asking);
      serviceWorker.removeEventListener("message", hear);
      serviceWorker.removeEventListener("controllerchange", change);
      document.removeEventListener("visibilitychange", look);
    };
  }, [build]);
  return (
    <WindowNote calm>
      {isOld && !isMissing && (
        <>
          A new version is here.
          <Button small onClick={reload}>
            Reload
          </Button>
          <Button small onClick={() => setOld(false)}>
            Later
          </Button>
        </>
      )}
    </WindowNote>
  );
}
