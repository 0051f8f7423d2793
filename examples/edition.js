// The time of rendering is the page's to say: the date in the masthead begins with it, and furniture.js lets it go on.
document.querySelector("broadsheet-article").now = new Date().toISOString();
