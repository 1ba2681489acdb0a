/** What a request may ask of a route; Next answers any other method with a bare 400 or 500. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Runs once, before the first request is served. Node then tells of each request before Next sees it: what
 * Next cannot route is put into a form that a route can refuse.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { subscribe } = await import("node:diagnostics_channel");
    // In development Next compiles a route anew when its code changes, and nobody would compile this.
    const answerAhead = process.env.NODE_ENV === "production" && (await import("./app/api/v1/ahead")).answerAhead;
    subscribe("http.server.request.start", (message) => {
      const { request, response, server } = message as {
        request: import("node:http").IncomingMessage;
        response: import("node:http").ServerResponse;
        server: import("node:http").Server;
      };
      if (answerAhead) answerAhead(server);
      nameType(response);
      if (!METHODS.has(request.method!)) {
        request.headers["x-asked-method"] = request.method;
        request.method = "PATCH";
      }
      if (!/^(?:\/|https?:)/.test(request.url!)) request.url = "/";
      // A percent sign that encodes nothing stands for itself.
      if (request.url!.includes("%"))
        request.url = request.url!.replace(/^[^?]*/, (path) =>
          isDecodable(path) ? path : path.replaceAll("%", "%25"),
        );
    });
  }
}

/** Next sets the type of a route’s answer as a list of one, and its compression knows no type that is a list. */
function nameType(response: import("node:http").ServerResponse): void {
  const set = response.setHeader;
  response.setHeader = function (name, value) {
    return set.call(this, name, name.toLowerCase() === "content-type" ? String(value) : value);
  };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
