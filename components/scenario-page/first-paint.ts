import { KEPT_KEY, OPEN_KEY, REPLACED_KEY } from "./kept/kept";

/**
 * A script for the head of every page: what this browser keeps is known before the first paint, so that
 * banners stand from then on or not at all. On `html`: `data-shared` where the link came from elsewhere and
 * is not this browser’s own, `data-own` where it is,
 * `data-kept` where another scenario of its own is kept, `data-replaced` where the link took the place of one,
 * `data-back` where there is a scenario to go back to, `data-failed` where a script could not be fetched.
 * Links to these get their address once the page is read:
 * `data-mine`, `data-before`, and `data-carries=own` on pages without a scenario. From a link the first workload starts
 * closed on a phone; in your own scenario, and where the editor has a pane of its own, it starts open.
 */
export const FIRST_PAINT = `addEventListener("error",e=>{if(e.target.src)document.documentElement.dataset.failed=""},true);{let d=document.documentElement.dataset,s=location.search&&!document.referrer.startsWith(location.origin+"/");try{let w="/"+location.search,k=JSON.parse(localStorage.getItem("${KEPT_KEY}"))||{recent:[],saved:[]},r=JSON.parse(sessionStorage.getItem("${REPLACED_KEY}")),c=l=>l&&l.slice(1),m=c(k.recent[0]),x=r&&r.now==w&&c(r.before),b=sessionStorage.getItem("${OPEN_KEY}")||m;if(x)d.replaced="";else if(!k.recent.includes(w)&&!k.saved.some(o=>o.link==w)){if(s)d.shared="";if(m)d.kept=""}else d.own="";if(b)d.back="";addEventListener("DOMContentLoaded",()=>{for(let [q,l]of[["mine",m],["before",x],["carries=own",b]])if(l)for(let a of document.querySelectorAll("a[data-"+q+"]"))a.search=l})}catch{if(s)d.shared=""}let o=new MutationObserver(()=>{let e=document.querySelector("[data-from-link] [data-workload]");if(e){e.open="own"in d||matchMedia("(min-width:75rem)").matches;o.disconnect()}});o.observe(document,{childList:true,subtree:true});addEventListener("DOMContentLoaded",()=>o.disconnect())}`;
