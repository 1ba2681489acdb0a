import { useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { fileName, REPORT_FORMATS, type Report } from "@/lib/export";
import { Button, IconButton } from "@/components/ui/button";
import { CloseIcon } from "@/components/ui/close-icon";
import { copyText } from "@/components/ui/hooks/copy-text";
import { Sheet } from "@/components/ui/page/sheet";
import { saveFile } from "./save";
import { verdictPicture } from "./verdict-picture";

type Format = keyof typeof REPORT_FORMATS;

/** What each format is good for. */
const USES: Readonly<Record<Format, string>> = {
  markdown: "for a document, a ticket or a chat",
  tsv: "pastes into a sheet",
  csv: "a file for a sheet; numbers as exact decimals",
  json: "for programs; numbers as exact decimals",
};
const FORMATS = Object.keys(REPORT_FORMATS) as readonly Format[];

/** A sheet takes CSV for UTF-8 only with this before it. */
const BYTE_ORDER_MARK = "\ufeff";

const ROW = "flex items-center gap-2 border-t border-line py-2";

interface ExportSheetProps {
  /** `null`: there is nothing to export yet. */
  readonly report: Report | null;
  readonly onClose: () => void;
}

/** The page to copy, save or print. */
export function ExportSheet({ report, onClose }: ExportSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = () => dialog.current!.close();
  // Out of the page: a form within a form is never heard of.
  return createPortal(
    <Sheet ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div className="flex items-center gap-2">
        <h2 id={id} className="flex-1 text-16 font-[600]">
          Export
        </h2>
        <IconButton aria-label="Close" onClick={close}>
          <CloseIcon />
        </IconButton>
      </div>
      {report ? <Choices report={report} onPrint={close} /> : <p className="text-ink-2">There is nothing here yet.</p>}
    </Sheet>,
    document.body,
  );
}

function Choices({ report, onPrint }: { readonly report: Report; readonly onPrint: () => void }) {
  const [stated, setStated] = useState("");
  const name = fileName(report);
  const copy = async (format: Format) => {
    const { name: what, write } = REPORT_FORMATS[format];
    const isCopied = await copyText(write(report));
    setStated(isCopied ? `Copied as ${what}.` : "This browser does not let the page copy; save the file instead.");
  };
  const save = (file: string, blob: Blob) => {
    saveFile(file, blob);
    setStated(`Saved as ${file}.`);
  };
  const saveText = (format: Format) => {
    const { ending, type, write } = REPORT_FORMATS[format];
    save(`${name}.${ending}`, new Blob([format === "csv" ? BYTE_ORDER_MARK : "", write(report)], { type }));
  };
  const savePicture = async () => {
    const blob = await verdictPicture(report);
    if (blob) save(`${name}.png`, blob);
    else setStated("This browser could not draw the picture.");
  };
  const print = () => {
    onPrint();
    // Once the dialog is gone.
    setTimeout(() => window.print());
  };
  return (
    <>
      <p className="mb-3 text-ink-2">
        {report.title}: verdict, what was entered, every figure, notes, sources and the link. Nothing is sent.
      </p>
      <ul>
        {FORMATS.map((format) => (
          <li key={format} className={ROW}>
            <Choice name={REPORT_FORMATS[format].name} use={USES[format]} />
            <Button small aria-label={`Copy as ${REPORT_FORMATS[format].name}`} onClick={() => void copy(format)}>
              Copy
            </Button>
            <Button small aria-label={`Save as ${REPORT_FORMATS[format].name}`} onClick={() => saveText(format)}>
              Save
            </Button>
          </li>
        ))}
        <li className={ROW}>
          <Choice name="Picture" use="the verdict with its figures, as PNG" />
          <Button small aria-label="Save the verdict as a picture" onClick={() => void savePicture()}>
            Save
          </Button>
        </li>
        <li className={ROW}>
          <Choice name="Print" use="a report of about two pages, or a PDF" />
          <Button small onClick={print}>
            Print
          </Button>
        </li>
      </ul>
      <p className="mt-2 min-h-5 text-ink-2" role="status">
        {stated}
      </p>
    </>
  );
}

function Choice({ name, use }: { readonly name: string; readonly use: string }) {
  return (
    <p className="min-w-0 flex-1">
      <b>{name}</b> <small className="text-ink-2">{use}</small>
    </p>
  );
}
