import "broadsheet/define";
