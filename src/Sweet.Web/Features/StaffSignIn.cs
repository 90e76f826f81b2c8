using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.AddressChanges;
using Sweet.Web.Features.Staff.AddressConfirmations;
using Sweet.Web.Features.Staff.AuthenticatorChanges;
using Sweet.Web.Features.Staff.Authenticators;
using Sweet.Web.Features.Staff.DemonstrationSignIns;
using Sweet.Web.Features.Staff.FirstPasskeys;
using Sweet.Web.Features.Staff.InvitationRevocations;
using Sweet.Web.Features.Staff.Invitations;
using Sweet.Web.Features.Staff.KeptForms;
using Sweet.Web.Features.Staff.Passkeys;
using Sweet.Web.Features.Staff.PasskeySignIns;
using Sweet.Web.Features.Staff.PasswordChanges;
using Sweet.Web.Features.Staff.PasswordResets;
using Sweet.Web.Features.Staff.SecondSteps;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.SignIns;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Forms;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features;

/// <summary>Who is behind a cookie, how somebody gets one, and what it opens.</summary>
internal static class StaffSignIn
{
    private static readonly TimeSpan TimeForSecondStep = TimeSpan.FromMinutes(10);

    public static void AddStaffSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<StaffMember>(SetRules).AddRoles<IdentityRole>().AddEntityFrameworkStores<SweetDbContext>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme);
        services.AddAuthorization(Policies.Set);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<SiteOptions>>(SetCookie);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<IOptions<SiteOptions>>(SetHalfCookie);
        services.AddSingleton<LastUses>();
        services.AddScoped<StaffSessions>().AddScoped<InviteStaff>().AddScoped<ChangeAccount>();
        services.AddScoped<AnswerPasswordResets>().AddScoped<ResetPassword>();
        services.AddScoped<AskForAddressChange>().AddScoped<MakeAddressChange>();
        services.AddSingleton<OfferedKeys>().AddScoped<ChangeAuthenticator>();
        services.AddScoped<CheckPassword>().AddScoped<TakeSecondStep>().AddScoped<ConnectAuthenticator>().AddScoped<AcceptInvitation>();
        services.AddScoped<ChangePassword>().AddScoped<RevokeInvitation>();
        services.AddPasskeys();
        services.AddScoped<ComeIn>().AddScoped<KeepForm>();
    }

    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>()
            .Configure<IOptions<SiteOptions>>((passkeys, site) => PasskeyRules.Set(passkeys, site.Value));
        services.AddScoped<IPasskeyHandler<StaffMember>, PasskeyHandler<StaffMember>>();
        services.AddSingleton<PasskeyOffers>().AddScoped<PasskeyChecks>().AddScoped<FactorNews>();
        services.AddScoped<SignInByPasskey>().AddScoped<ConnectPasskey>().AddScoped<ChangePasskeys>().AddScoped<PasskeyPages>();
        services.AddScoped<SecondStepPages>();
    }

    // What a password has to be is PasswordRule's to say.
    private static void SetRules(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.Password = new PasswordOptions
        {
            RequiredLength = PasswordRule.MinLength,
            RequiredUniqueChars = 1,
            RequireDigit = false,
            RequireLowercase = false,
            RequireNonAlphanumeric = false,
            RequireUppercase = false,
        };
    }

    private static void SetCookie(CookieAuthenticationOptions cookie, IOptions<SiteOptions> site)
    {
        SetAnyCookie(cookie, site.Value, "staff");
        // The row says when the session ends; its cookie says for as long again whose form comes too late.
        cookie.ExpireTimeSpan = StaffSession.Lifetime * 2;
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = StaffSessions.Validate;
        cookie.Events.OnRedirectToLogin = async redirect =>
        {
            var (context, request) = (redirect.HttpContext, redirect.Request);
            var isForm = HttpMethods.IsPost(request.Method);
            var kept = isForm ? await context.RequestServices.GetRequiredService<KeepForm>().Keep(context) : null;
            // Where a form is sent to leads to the page that it stands on.
            var back = kept is null ? request.Path + request.QueryString : KeptFormPages.AddressOf(kept);
            var lost = isForm && kept is null ? "&lost=yes" : "";
            redirect.Response.Redirect($"/staff/sign-in?back={Uri.EscapeDataString(back)}{lost}");
        };
        cookie.Events.OnRedirectToAccessDenied = refusal =>
        {
            refusal.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static void SetHalfCookie(CookieAuthenticationOptions cookie, IOptions<SiteOptions> site)
    {
        SetAnyCookie(cookie, site.Value, "staff-half");
        cookie.ExpireTimeSpan = TimeForSecondStep;
    }

    private static void SetAnyCookie(CookieAuthenticationOptions cookie, SiteOptions site, string name)
    {
        cookie.Cookie.Name = site.CookieName(name);
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = site.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
