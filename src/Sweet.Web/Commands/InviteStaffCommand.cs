using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Commands;

/// <summary>The first admin comes in by this; all others are invited on a page.</summary>
public sealed class InviteStaffCommand(EmailAddress? email, StaffRoles roles) : Command
{
    public InviteStaffCommand()
        : this(email: null, default)
    {
    }

    public override string Verb => "staff";

    public override string Usage => "staff invite EMAIL --role admin|marketing|both";

    public override string Purpose => "invites a person to make a staff account";

    public override bool NeedsDatabaseOnly => true;

    public override Command? With(CommandWords words)
    {
        if (words.Plain is not ["invite", var typed] || EmailAddress.Read(typed, out _) is not { } address) return null;

        return words.Named.GetValueOrDefault("--role") switch
        {
            "admin" => new InviteStaffCommand(address, new StaffRoles(IsAdmin: true, IsMarketing: false)),
            "marketing" => new InviteStaffCommand(address, new StaffRoles(IsAdmin: false, IsMarketing: true)),
            "both" => new InviteStaffCommand(address, new StaffRoles(IsAdmin: true, IsMarketing: true)),
            _ => null,
        };
    }

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await ActivatorUtilities.CreateInstance<Schema>(services).RequireCurrent(CancellationToken.None);
        var site = services.GetRequiredService<IOptions<SiteOptions>>().Value.BaseUrl.TrimEnd('/');
        var isMailed = site.Length > 0 && services.GetRequiredService<IOptions<SendGridOptions>>().Value.ApiKey.Length > 0;
        var invite = services.GetRequiredService<InviteStaff>();
        var token = await invite.Invite(email!, roles, Actor.Staff("command line"), isMailed, CancellationToken.None)
            ?? throw new StartRefusedException($"{email!.Text} has a staff account already.");

        await Console.Out.WriteLineAsync(
            isMailed
                ? $"{email!.Text} is invited: the email goes out once the site runs."
                : $"Email is not set up. Give this link to {email!.Text}:");
        if (!isMailed) await Console.Out.WriteLineAsync($"{site}/staff/invitations/{token}");
        await Console.Out.WriteLineAsync($"The link works once, and for {Invitation.Lifetime.Days} days.");
        return 0;
    }
}
