using Sweet.Web;
using Sweet.Web.Commands;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Features;
using Sweet.Web.Features.Staff.KeptForms;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;
using Sweet.Web.Workers;

try
{
    var command = CommandLine.Read(args);
    var builder = WebApplication.CreateBuilder(args);

    builder.AddSettings(command);
    builder.AddLogs();
    builder.AddTelemetry();
    builder.AddData();
    builder.AddPages();
    builder.AddFeatures();
    builder.AddProcesses();
    builder.AddPayments();
    builder.AddEmail();
    builder.AddWorkers();
    builder.AddSecurity();
    builder.Services.AddSingleton(TimeProvider.System);

    var app = builder.Build();

    app.UseKeptPages();
    app.UseProxies();
    app.UseRequestReference();
    app.UseRequestLog();
    app.UseSecurityHeaders();
    app.UseExceptionHandler("/errors/500");
    app.UseStatusCodePagesWithReExecute("/errors/{0}");
    app.UseRefusedRequests();
    app.UseKeptForms();
    app.UseRouting();
    app.UseFirstEndpoint();
    app.UseRequestTimeouts();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UsePagesToKeep();
    app.UseAuthorization();

    app.MapHealth();
    app.MapPages();

    return await command.Run(app);
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return refusal.ExitCode;
}
