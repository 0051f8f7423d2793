// The page gives the time of rendering: the date in the masthead begins with it, and furniture.js keeps it going.
document.querySelector("broadsheet-article").now = new Date();
