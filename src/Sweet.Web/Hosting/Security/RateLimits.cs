using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Sweet.Web.Hosting.Security;

/// <summary>The policies' names, for <c>[EnableRateLimiting(RateLimits.Registration)]</c> on the actions that post.</summary>
public static class RateLimits
{
    public const string Registration = "registration";
    public const string Mail = "mail";
    public const string SignIn = "sign-in";

    /// <summary>Counted apart from the passwords: colleagues behind one address need both, one after the other.</summary>
    public const string SecondStep = "second-step";

    /// <summary>As a registration, of a page whose address brings a code along: else codes could be tried out by links.</summary>
    public const string Codes = "codes";

    internal static void AddSweetRateLimits(this IServiceCollection services) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SayWhenAgain;
            limiter.AddPolicy(Registration, context => For(context, limits => limits.Registration));
            limiter.AddPolicy(Codes, context => context.Request.Query.ContainsKey("code")
                ? For(context, limits => limits.Registration)
                : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(Mail, context => For(context, limits => limits.Mail, limits => limits.StaffMail));
            limiter.AddPolicy(SignIn, context => For(context, limits => limits.SignIn));
            limiter.AddPolicy(SecondStep, context => For(context, limits => limits.SignIn));
        });

    // Whoever is signed in is counted by the account, wherever they are: an office shares one address.
    private static RateLimitPartition<string> For(
        HttpContext context, Func<RateLimitsOptions, RateLimit> choose, Func<RateLimitsOptions, RateLimit>? chooseOfStaff = null)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<RateLimitsOptions>>().Value;
        var account = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        var limit = account is null ? choose(limits) : (chooseOfStaff ?? choose)(limits);
        var who = account is null ? NetworkKey.Of(context.Connection.RemoteIpAddress ?? IPAddress.None) : $"account {account}";
        return RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = limit.Permits,
            Window = limit.Window,
        });
    }

    private static ValueTask SayWhenAgain(OnRejectedContext rejected, CancellationToken ct)
    {
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        return ValueTask.CompletedTask;
    }
}
