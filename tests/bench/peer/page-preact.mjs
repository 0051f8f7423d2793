export const renderPage = null;
