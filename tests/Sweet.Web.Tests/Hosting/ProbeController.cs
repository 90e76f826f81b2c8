using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Data.Faults;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Tests.Hosting;

/// <summary>Actions that exist in these tests only, one for each promise of the hosting.</summary>
[AllowAnonymous]
public sealed class ProbeController : Controller
{
    [HttpGet("/probe/public")]
    public IActionResult Public() => Content("public");

    [PrivatePage]
    [AllowsCheckout]
    [HttpGet("/probe/private/{token}")]
    public IActionResult Private(string token) => token == "missing" ? NotFound() : Content("private");

    [PrivatePage]
    [HttpGet("/probe/failures/{token}")]
    public IActionResult Fail(string token) => throw new InvalidOperationException($"Cannot write to {token}@example.com");

    [HttpGet("/probe/doubts")]
    public IActionResult Doubt() => throw new CommitInDoubtException(new TimeoutException());

    [IgnoreAntiforgeryToken]
    [HttpPost("/probe/bodies")]
    public IActionResult ReadTooMuch() => throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);

    [IgnoreAntiforgeryToken]
    [HttpPost("/probe/forms/{token}")]
    public IActionResult Take(string token, ProbeForm form) =>
        ModelState.IsValid ? Content($"{token}: {form.Name}|{form.Remark}") : UnprocessableEntity();

    [HttpPost("/probe/guarded")]
    public IActionResult Guarded() => Content("guarded");

    [IgnoreAntiforgeryToken]
    [EnableRateLimiting(RateLimits.Mail)]
    [HttpPost("/probe/mails")]
    public IActionResult Mail() => Content("mailed");
}

public sealed class ProbeForm
{
    public string? Name { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Remark { get; set; }
}
