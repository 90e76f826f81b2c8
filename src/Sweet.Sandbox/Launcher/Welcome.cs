namespace Sweet.Sandbox.Launcher;

internal static class Welcome
{
    public static void Print(Uri site, Uri standIns, SandboxFolder folder) => Console.WriteLine($"""

        Sweet is ready.

          The site             {site}
          Stripe and SendGrid  {standIns} (stand-ins)

        What to try
          1. Read the article on the home page and follow it to the six-week course.
          2. Register for a cohort and pay on the stand-in's payment page; no card is charged.
          3. Find the confirmation with its calendar file: {new Uri(standIns, "/inbox")}
          4. Refund, let a bank payment fail, lose webhooks, break calls: {new Uri(standIns, "/control")}
          5. Come in as staff, by one press: {new Uri(site, "/staff/sign-in")}

        Everything is kept in {folder.Root}; --reset starts over. The site's log is site.log there.
        Ctrl-C stops both.
        """);
}
