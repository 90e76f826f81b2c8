using Sweet.Sandbox.Previews;

namespace Sweet.Sandbox.Pages;

/// <summary>What people look at: the payment page, the inbox, the control page.</summary>
internal static class StandInPages
{
    public static void Map(WebApplication host, StandIns standIns, TimeProvider clock)
    {
        host.MapGet("/", http => IndexPage.Show(http, standIns));
        host.MapGet("/stand-ins.css", StyleSheet.Write);
        new CheckoutPages(standIns.Stripe).Map(host);
        new InboxPages(standIns.Inbox, standIns.MailEvents).Map(host);
        new ControlPages(standIns).Map(host);
        new MailPreviewPages(clock).Map(host);
    }
}
