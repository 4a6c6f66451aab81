# The house in one container. Give it DATABASE_URL and HEARTH_KEYS, or a volume at /data.
FROM node:24-bookworm-slim AS build
WORKDIR /hearth
COPY package.json package-lock.json .npmrc ./
COPY scripts/left-out ./scripts/left-out
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx vite build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 HEARTH_DATA=/data
WORKDIR /hearth
COPY --from=build /hearth/package.json ./
COPY --from=build /hearth/node_modules ./node_modules
COPY --from=build /hearth/src ./src
COPY --from=build /hearth/dist ./dist
COPY --from=build /hearth/flows ./flows
COPY --from=build /hearth/locales ./locales
COPY --from=build /hearth/data ./data
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts", "serve"]
